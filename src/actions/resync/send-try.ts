import type { ActionStep } from '../../domain/advance-action.ts'
import type { QuickBooks } from '../../quickbooks/quickbooks.ts'
import type { HeldAction } from '../held-action.ts'
import type { Work } from '../work.ts'
import type { Ready } from './prepare.ts'
import { settleTry } from './settle-try.ts'

/** Stores what is about to be written, then writes it, once. */
export async function sendTry(
  held: HeldAction,
  work: Work,
  books: QuickBooks,
  { entity, operation, body, requestId }: Ready,
): Promise<ActionStep> {
  const { id, tries } = held.action
  // The host may send its own try at any moment. What QuickBooks refused under an id of ours it might refuse again unseen.
  const ours = requestId ?? (tries.length === 0 ? id : `${id}-${tries.length + 1}`)
  await held.advance({
    step: 'begin-try',
    sent: { requestId: ours, entity, operation, body: JSON.stringify(body) },
  })
  const write = { entity, body, requestId: ours }
  const outcome = operation === 'create' ? await books.create(write) : await books.update(write)
  // It never left, so the next try may send something newer.
  if (outcome.outcome === 'not-sent') await held.advance({ step: 'drop-try' })
  return settleTry(held, work, books, { entity, operation, body }, outcome)
}
