import { z } from 'zod'
import type { QuickBooks } from '../quickbooks/quickbooks.ts'
import { type Unread, unread } from './unread.ts'

const preferences = z.object({ SalesFormsPrefs: z.object({ AutoApplyCredit: z.boolean() }) })

/** Whether QuickBooks gives a client's credits to new invoices by itself. */
export async function appliesCredits(books: QuickBooks): Promise<boolean | Unread> {
  const read = await books.preferences()
  if (read.outcome !== 'read') return unread(read)
  return preferences.safeParse(read.value).data?.SalesFormsPrefs.AutoApplyCredit ?? false
}
