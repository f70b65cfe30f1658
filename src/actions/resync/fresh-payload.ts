import type { ActionStep } from '../../domain/advance-action.ts'
import type { Payload } from '../../domain/payload.ts'
import { storedPayload } from '../../evidence/stored-payload.ts'
import type { HeldAction } from '../held-action.ts'
import { putOff } from '../put-off.ts'
import { refuseWith } from '../refuse-with.ts'
import { refuse } from '../refuse.ts'
import type { Work } from '../work.ts'
import { confirm } from './confirm.ts'
import { lackOf } from './lack-of.ts'
import { stepOf } from './step-of.ts'

/** What the record is now: as the host says, or where that has no address, as it was when it failed. */
export async function freshPayload(held: HeldAction, work: Work): Promise<ActionStep | Payload> {
  const { issue, action } = held
  const { firmId, record } = issue
  const host = await work.hostOf(firmId)
  if (host === undefined) {
    const { client } = record
    const customerId =
      client === null ? null : await work.quickbooksIdOf(firmId, { type: 'client', id: client.id })
    return storedPayload(issue, customerId) ?? refuse('no-payload')
  }
  const read = await host.read(record)
  switch (read.outcome) {
    case 'read':
      return read.payload
    case 'refused':
      return refuseWith(work, issue, { error: read.error, httpStatus: null }, null)
    case 'in-books':
      return confirm(held, work, read.quickbooksId, 'linked')
    case 'waiting': {
      const lack = await lackOf(firmId, read.dependsOn, work)
      return stepOf(lack ?? { waitingFor: 'host' }, action, work)
    }
    case 'gone':
      return refuse('gone-from-host')
    case 'unreachable':
      return putOff(action, 'host', work)
  }
}
