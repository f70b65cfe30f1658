import { isDeepStrictEqual } from 'node:util'
import { apply } from 'json-merge-patch'
import { z } from 'zod'
import type { ActionStep } from '../../domain/advance-action.ts'
import type { Payload } from '../../domain/payload.ts'
import type { EntityName } from '../../quickbooks/entity-name.ts'
import type { QuickBooks } from '../../quickbooks/quickbooks.ts'
import type { HeldAction } from '../held-action.ts'
import { putOff } from '../put-off.ts'
import { refuse } from '../refuse.ts'
import { refuseWith } from '../refuse-with.ts'
import { waitForRead } from '../wait-for-read.ts'
import type { Work } from '../work.ts'
import { confirm } from './confirm.ts'
import { foresee } from './foresee.ts'
import { freshPayload } from './fresh-payload.ts'
import { stepOf } from './step-of.ts'

export type Ready = Payload & { readonly entity: EntityName; readonly operation: 'create' | 'update' }

const objects = z.record(z.string(), z.unknown())

/** What the host said longer ago is asked for again before it is sent: the host may have pushed by itself meanwhile. */
const FRESH_MILLISECONDS = 2_000
/** After so many looks whether the host has just written what looks the same, a person must tell. */
const MOST_LOOKS = 2

/** Makes ready what is to be written, and looks whether it may be. */
export async function prepare(held: HeldAction, work: Work, books: QuickBooks): Promise<ActionStep | Ready> {
  const { issue, action } = held
  const startedAt = work.now().getTime()
  const fresh = await freshPayload(held, work)
  if ('step' in fresh) return fresh
  const patch: unknown = action.changes === null ? {} : JSON.parse(action.changes)
  const payload = { ...fresh, body: objects.parse(apply(structuredClone(fresh.body), patch)) }
  const foreseen = await foresee(issue.firmId, payload, books, work)
  switch (foreseen.would) {
    case 'write': {
      const { entity, operation, body } = foreseen
      if (work.now().getTime() - startedAt > FRESH_MILLISECONDS) {
        const again = await freshPayload(held, work)
        if ('step' in again) return again
        // What was looked at is not what is to be written any more.
        if (!isDeepStrictEqual({ ...again, at: fresh.at }, fresh)) return putOff(action, 'rate-limit', work)
      }
      return { ...payload, entity, operation, body }
    }
    case 'link':
      return confirm(held, work, foreseen.quickbooksId, 'linked')
    case 'wait':
      return stepOf(foreseen.lack, action, work)
    case 'refuse': {
      // A host that pushes by itself may just have written it, and then says so soon.
      const isLooking = action.waitingFor !== 'host' || action.delays < MOST_LOOKS
      const mayBeHosts = foreseen.reason === 'perhaps-in-books' && payload.requestId !== null
      return mayBeHosts && isLooking ? putOff(action, 'host', work) : refuse(foreseen.reason)
    }
    case 'unread':
      return waitForRead(
        foreseen.failed,
        action,
        (refusal) => refuseWith(work, issue, refusal, payload),
        work,
      )
  }
}
