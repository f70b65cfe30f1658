import type { ActionStep } from '../../domain/advance-action.ts'
import type { Payload } from '../../domain/payload.ts'
import type { HeldAction } from '../held-action.ts'
import { putOff } from '../put-off.ts'
import { readPayload } from '../read-payload.ts'
import { refuseWith } from '../refuse-with.ts'
import { refuse } from '../refuse.ts'
import type { Work } from '../work.ts'
import { confirm } from './confirm.ts'
import { lackOf } from './lack-of.ts'
import { stepOf } from './step-of.ts'

/** What the record is now, or what becomes of its action where that cannot be told. */
export async function freshPayload(held: HeldAction, work: Work): Promise<ActionStep | Payload> {
  const { issue, action } = held
  const read = await readPayload(issue, work)
  switch (read.outcome) {
    case 'read':
      return read.payload
    case 'refused':
      return refuseWith(work, issue, { error: read.error, httpStatus: null }, null)
    case 'in-books':
      return confirm(held, work, read.quickbooksId, 'linked')
    case 'waiting': {
      const lack = await lackOf(issue.firmId, read.dependsOn, work)
      return stepOf(lack ?? { waitingFor: 'host' }, action, work)
    }
    case 'not-kept':
      return refuse('no-payload')
    case 'gone':
      return refuse('gone-from-host')
    case 'unreachable':
      return putOff(action, 'host', work)
  }
}
