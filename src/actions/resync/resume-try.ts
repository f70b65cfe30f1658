import { z } from 'zod'
import type { Action } from '../../domain/action.ts'
import type { ActionStep } from '../../domain/advance-action.ts'
import type { Try } from '../../domain/try.ts'
import { findInBooks } from '../../evidence/find-in-books.ts'
import { isEntityName } from '../../quickbooks/is-entity-name.ts'
import type { QuickBooks } from '../../quickbooks/quickbooks.ts'
import type { HeldAction } from '../held-action.ts'
import { putOff } from '../put-off.ts'
import { readPayload } from '../read-payload.ts'
import { refuseWith } from '../refuse-with.ts'
import { waitForRead } from '../wait-for-read.ts'
import type { Work } from '../work.ts'
import { confirm } from './confirm.ts'
import { settleTry } from './settle-try.ts'

const objects = z.record(z.string(), z.unknown())

type Said = Awaited<ReturnType<typeof readPayload>>

/**
 * Goes on with a try that nobody knows the end of. The books are looked at first, since the host may have written the
 * record meanwhile, and QuickBooks does not keep request ids for entries of lists; then the host is asked. What is not there
 * is sent again under the same request id: the same try.
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
    const said = await readPayload(held.issue, work)
    const written = inBooks.found === 'ours' ? inBooks.entity.Id : inBooksOf(said)
    if (written !== undefined) {
      await held.advance({ step: 'end-try', outcome: 'succeeded', intuitTid: null, quickbooksId: written })
      return confirm(held, work, written)
    }
    if (isGivenUp(said, requestId, held.action)) {
      await held.advance({ step: 'drop-try' })
      return putOff(held.action, 'rate-limit', work)
    }
  }
  const write = { entity, body, requestId }
  const outcome = operation === 'create' ? await books.create(write) : await books.update(write)
  return settleTry(held, work, books, { entity, operation, body }, outcome)
}

function inBooksOf(said: Said): string | undefined {
  return said.outcome === 'in-books' ? said.quickbooksId : undefined
}

/**
 * Whether the host pushes under another request id by now. It does so only once a write under the former one was taken or
 * refused; it was not taken, since it is not in the books, and sent again it might come to stand beside the host's.
 */
function isGivenUp(said: Said, requestId: string, { id }: Pick<Action, 'id'>): boolean {
  if (said.outcome !== 'read' || said.payload.requestId === null || requestId.startsWith(id)) return false
  return said.payload.requestId !== requestId
}
