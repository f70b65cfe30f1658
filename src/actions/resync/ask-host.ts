import type { ActionStep } from '../../domain/advance-action.ts'
import type { HeldAction } from '../held-action.ts'
import { putOff } from '../put-off.ts'
import { refuse } from '../refuse.ts'
import type { Work } from '../work.ts'

/** After so many looks the host is taken to have forgotten. */
const MOST_LOOKS = 12

/** Asks the host to push the record by itself; its next report about the record ends the action. */
export async function askHost(held: HeldAction, work: Work): Promise<ActionStep> {
  const { issue, action } = held
  // A failure that came after the action began is the host's answer to it.
  if (issue.lastSeenAt > action.createdAt) {
    return { step: 'refuse', reason: 'host-reported-failure', faults: issue.diagnosis.faults, reading: null }
  }
  if (action.waitingFor === 'host' && action.delays >= MOST_LOOKS) {
    return refuse('host-silent')
  }
  const host = await work.hostOf(issue.firmId)
  if (host === undefined) return refuse('no-host-address')
  await host.push(issue.record, `${action.id}-push`)
  return putOff(action, 'host', work)
}
