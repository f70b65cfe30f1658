import type { ActionStep } from '../domain/advance-action.ts'
import type { OutcomeReason } from '../domain/outcome-reason.ts'
import type { HeldAction } from './held-action.ts'
import { putOff } from './put-off.ts'
import { refuse } from './refuse.ts'
import type { Work } from './work.ts'

/** After so many calls a person must look. */
const MOST_CALLS = 12

/** Deletes a service in the host; done only once the host says so. Without an address it remains to be done by hand. */
export async function deleteService(held: HeldAction, work: Work): Promise<ActionStep> {
  const { issue, action } = held
  if (issue.status !== 'open') return { step: 'cancel', reason: `already-${issue.status}` }
  if (await work.isCalledOff(action)) return { step: 'cancel', reason: 'cancelled' }
  const deleted = (reason: OutcomeReason | null): ActionStep => ({
    step: 'succeed',
    outcome: 'deleted',
    quickbooksId: null,
    reason,
  })
  const host = await work.hostOf(issue.firmId)
  if (host === undefined) return deleted('by-hand')
  if (await work.isNeeded(issue)) return refuse('service-in-use')
  const answer = await host.deleteService(issue.record, `${action.id}-delete`)
  switch (answer.outcome) {
    case 'deleted':
      return deleted(null)
    case 'in-use':
      return refuse('service-in-use')
    case 'unreachable': {
      const isHopeless = action.waitingFor === 'host' && action.delays >= MOST_CALLS
      return isHopeless ? refuse('host-silent') : putOff(action, 'host', work)
    }
  }
}
