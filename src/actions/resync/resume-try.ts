import { z } from 'zod'
import type { ActionStep } from '../../domain/advance-action.ts'
import type { Try } from '../../domain/try.ts'
import { findInBooks } from '../../evidence/find-in-books.ts'
import { isEntityName } from '../../quickbooks/is-entity-name.ts'
import type { QuickBooks } from '../../quickbooks/quickbooks.ts'
import type { HeldAction } from '../held-action.ts'
import { refuseWith } from '../refuse-with.ts'
import { waitForRead } from '../wait-for-read.ts'
import type { Work } from '../work.ts'
import { confirm } from './confirm.ts'
import { settleTry } from './settle-try.ts'

const objects = z.record(z.string(), z.unknown())

/**
 * Goes on with a try that nobody knows the end of. The books are looked at first, since the host may have written the
 * record meanwhile, and QuickBooks does not keep request ids for entries of lists. What is not there is sent again under
 * the same request id: the same try.
 */
export async function resumeTry(
  held: HeldAction,
  work: Work,
  books: QuickBooks,
  { entity, operation, requestId, body: text }: Try,
): Promise<ActionStep> {
  if (!isEntityName(entity) || text === null || (operation !== 'create' && operation !== 'update')) {
    throw new Error(`Action ${held.action.id} has a try that cannot be sent again.`)
  }
  const body = objects.parse(JSON.parse(text))
  if (operation === 'create') {
    const inBooks = await findInBooks(books, { entity, body })
    if (inBooks.outcome !== 'read') {
      const reading = (refusal: Parameters<typeof refuseWith>[2]) =>
        refuseWith(work, held.issue, refusal, { entity, operation, body })
      return waitForRead(inBooks, held.action, reading, work)
    }
    if (inBooks.found === 'ours') {
      const { Id: quickbooksId } = inBooks.entity
      await held.advance({ step: 'end-try', outcome: 'succeeded', intuitTid: null, quickbooksId })
      return confirm(held, work, quickbooksId)
    }
  }
  const write = { entity, body, requestId }
  const outcome = operation === 'create' ? await books.create(write) : await books.update(write)
  return settleTry(held, work, books, { entity, operation, body }, outcome)
}
