import type { ActionStep } from '../../domain/advance-action.ts'
import type { Payload } from '../../domain/payload.ts'
import { findInBooks } from '../../evidence/find-in-books.ts'
import type { EntityName } from '../../quickbooks/entity-name.ts'
import type { QuickBooks } from '../../quickbooks/quickbooks.ts'
import type { WriteOutcome } from '../../quickbooks/write-outcome.ts'
import type { HeldAction } from '../held-action.ts'
import { putOff } from '../put-off.ts'
import { refuseWith } from '../refuse-with.ts'
import type { Work } from '../work.ts'
import { confirm } from './confirm.ts'

type Sent = Pick<Payload, 'body'> & {
  readonly entity: EntityName
  readonly operation: 'create' | 'update'
}

/** After so many looks nobody can tell any more without a person. */
const MOST_LOOKS = 24
/** Its name, its number or its request id is taken: perhaps by this very record. */
const TAKEN: ReadonlySet<string | null> = new Set(['6140', '6240', '600'])

/** Stores how a write ended, and answers what becomes of the action. */
export async function settleTry(
  held: HeldAction,
  work: Work,
  books: QuickBooks,
  sent: Sent,
  written: WriteOutcome,
): Promise<ActionStep> {
  switch (written.outcome) {
    case 'succeeded': {
      const { intuitTid, entity } = written
      await held.advance({ step: 'end-try', outcome: 'succeeded', intuitTid, quickbooksId: entity.Id })
      return confirm(held, work, entity.Id)
    }
    case 'not-sent':
      return putOff(held.action, written.waitingFor, work, written.until)
    case 'unknown': {
      const { intuitTid } = written
      await held.advance({ step: 'end-try', outcome: 'unknown', intuitTid, quickbooksId: null })
      const { action } = held
      const isHopeless = action.waitingFor === 'outcome' && action.delays >= MOST_LOOKS
      return isHopeless ? { step: 'leave-unknown' } : putOff(action, 'outcome', work)
    }
    case 'refused': {
      const { refusal } = written
      const { intuitTid } = refusal
      await held.advance({ step: 'end-try', outcome: 'refused', intuitTid, quickbooksId: null })
      if (refusal.faults.some(({ code }) => TAKEN.has(code))) {
        const inBooks = await findInBooks(books, sent)
        if (inBooks.outcome === 'read' && inBooks.found === 'ours') {
          return confirm(held, work, inBooks.entity.Id, 'linked')
        }
      }
      const refused = await refuseWith(work, held.issue, refusal, sent)
      const isFirst = held.action.tries.length === 1
      const isTransient = refused.reading?.diagnosis.retry === 'transient'
      return isFirst && isTransient ? putOff(held.action, 'second-try', work) : refused
    }
  }
}
