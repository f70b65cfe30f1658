import type { Action } from './action.ts'

/** Whether something may still come of an action by itself. */
export function isUnderWay(action: Action | null): action is Action {
  return action !== null && action.dueAt !== null
}
