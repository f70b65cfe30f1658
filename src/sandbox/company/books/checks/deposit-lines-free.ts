import { idOf } from '../read/id-of.ts'
import { isSaving } from '../read/is-saving.ts'
import { linksOf } from '../read/links-of.ts'
import { listOf } from '../read/list-of.ts'
import { undepositedFunds } from '../read/undeposited-funds.ts'
import type { Check } from './check.ts'

/** Only what waits among the undeposited funds can be deposited, and only once. */
export const depositLinesFree: Check = (proposal, books) => {
  const { description, before, after } = proposal
  if (description.name !== 'Deposit' || !isSaving(proposal)) return undefined
  for (const { id, type } of listOf(after, 'Line').flatMap(linksOf)) {
    const received = type === 'Payment' || type === 'SalesReceipt' ? books.get(type, id) : undefined
    const isFree =
      received !== undefined &&
      idOf(received, 'DepositToAccountRef') === undepositedFunds(books)?.Id &&
      linksOf(received).every((link) => link.type !== 'Deposit' || link.id === before?.Id)
    if (!isFree) return { name: 'cannot-be-linked', values: { id } }
  }
  return undefined
}
