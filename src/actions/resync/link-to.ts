import type { ActionStep } from '../../domain/advance-action.ts'
import { entityOf } from '../../evidence/entity-of.ts'
import { isEntityName } from '../../quickbooks/is-entity-name.ts'
import type { QuickBooks } from '../../quickbooks/quickbooks.ts'
import type { HeldAction } from '../held-action.ts'
import { refuseWith } from '../refuse-with.ts'
import { waitForRead } from '../wait-for-read.ts'
import { refuse } from '../refuse.ts'
import type { Work } from '../work.ts'
import { confirm } from './confirm.ts'

/** Takes what is in the books already for this record; nothing is written to QuickBooks. */
export async function linkTo(
  held: HeldAction,
  work: Work,
  books: QuickBooks,
  quickbooksId: string,
): Promise<ActionStep> {
  const { issue, action } = held
  const entity = entityOf(issue)
  if (!isEntityName(entity)) return refuse('unknown-entity')
  const read = await books.get(entity, quickbooksId)
  if (read.outcome !== 'read') {
    return waitForRead(read, action, (refusal) => refuseWith(work, issue, refusal, null), work)
  }
  return read.value === undefined ? refuse('not-in-books') : confirm(held, work, quickbooksId, 'linked')
}
