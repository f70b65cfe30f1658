import type { Action } from '../../domain/action.ts'
import type { ActionStep } from '../../domain/advance-action.ts'
import type { OutcomeReason } from '../../domain/outcome-reason.ts'
import type { HeldAction } from '../held-action.ts'
import { putOff } from '../put-off.ts'
import type { Work } from '../work.ts'

/** After so many calls the host is left to find out by itself. */
const MOST_CALLS = 12

/** Tells the host under which id its record stands in the books; only then is the action over. */
export async function confirm(
  held: HeldAction,
  work: Work,
  quickbooksId: string | null,
  found?: 'linked',
): Promise<ActionStep> {
  const { issue, action } = held
  const outcome: NonNullable<Action['outcome']> =
    found ?? (action.tries.at(-1)?.operation === 'update' ? 'updated' : 'created')
  const over = (reason: OutcomeReason | null): ActionStep => ({
    step: 'succeed',
    outcome,
    quickbooksId,
    reason,
  })
  const host = await work.hostOf(issue.firmId)
  if (host === undefined || quickbooksId === null) return over(null)
  const told = await host.synced(issue.record, quickbooksId, `${action.id}-synced`)
  if (told.outcome === 'told') return over(null)
  const isHopeless = action.waitingFor === 'host' && action.delays >= MOST_CALLS
  return isHopeless ? over('host-not-told') : putOff(action, 'host', work)
}
