import { formatDecimal } from '../../domain/format-decimal.ts'
import type { Handler } from '../handler.ts'

/** Answers a firm's issues in numbers. */
export const summarizeIssues: Handler<'summarizeIssues'> = async (_request, { firm, issues, now }) => {
  const { atStake, ...summary } = await issues.summarize(firm.doc.id)
  const amounts = atStake.map(({ money, count }) => ({
    currency: money.currency,
    amount: formatDecimal(money),
    count,
  }))
  return { status: 200, body: { ...summary, atStake: amounts, asOf: now().toISOString() } }
}
