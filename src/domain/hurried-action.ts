import type { Action } from './action.ts'
import { isUnderWay } from './is-under-way.ts'

/** An action that has nothing to wait for any more: it is due now. One that somebody works at goes on by itself. */
export function hurriedAction(action: Action | null, now: string): Action | null {
  if (!isUnderWay(action) || action.state !== 'waiting') return action
  return { ...action, dueAt: now }
}
