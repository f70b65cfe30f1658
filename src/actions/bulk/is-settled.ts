import type { Action, WaitingFor } from '../../domain/action.ts'
import { isUnderWay } from '../../domain/is-under-way.ts'

/** It goes on by itself as soon as it is its turn. */
const isTurn: ReadonlySet<WaitingFor> = new Set<WaitingFor>([
  'rate-limit',
  'second-try',
  'outcome',
  'quickbooks',
])

/** Whether the next rank need not wait for this action: it is over, or somebody must do something first. */
export function isSettled(action: Action): boolean {
  if (!isUnderWay(action)) return true
  return action.state === 'waiting' && action.waitingFor !== null && !isTurn.has(action.waitingFor)
}
