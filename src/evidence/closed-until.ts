import { z } from 'zod'
import type { QuickBooks } from '../quickbooks/quickbooks.ts'
import type { ReadOutcome } from '../quickbooks/read-outcome.ts'

const preferences = z.object({
  AccountingInfoPrefs: z.object({ BookCloseDate: z.string().optional() }).loose().optional(),
})

/** The last day of the closed books, YYYY-MM-DD; null: none is closed, as far as QuickBooks tells. */
export async function closedUntil(books: QuickBooks): Promise<ReadOutcome<string | null>> {
  const read = await books.preferences()
  if (read.outcome !== 'read') return read
  const { data } = preferences.safeParse(read.value)
  return { outcome: 'read', value: data?.AccountingInfoPrefs?.BookCloseDate ?? null }
}
