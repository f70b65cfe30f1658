import { z } from 'zod'

const lines = z.object({
  TotalAmt: z.number().optional(),
  Line: z
    .array(z.object({ Amount: z.number().optional(), DetailType: z.string().optional() }).loose())
    .optional(),
})

/** What a document's lines come to, before tax, in hundredths; QuickBooks' own line with the sum is left out. */
export function lineTotal(body: Readonly<Record<string, unknown>>): number | undefined {
  const read = lines.safeParse(body).data
  if (read === undefined) return undefined
  const amounts = (read.Line ?? []).flatMap(({ Amount, DetailType }) =>
    Amount === undefined || DetailType === 'SubTotalLineDetail' ? [] : [Math.round(Amount * 100)],
  )
  if (amounts.length > 0) return amounts.reduce((sum, amount) => sum + amount, 0)
  return read.TotalAmt === undefined ? undefined : Math.round(read.TotalAmt * 100)
}
