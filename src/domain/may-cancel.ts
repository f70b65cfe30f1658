import type { Action } from './action.ts'
import { isUnderWay } from './is-under-way.ts'

/** Whether an action can be given up: nobody is working at it, it has written nothing, and nothing about that is open. */
export function mayCancel(action: Action | null): action is Action & { readonly kind: 'resync' | 'delete' } {
  if (!isUnderWay(action) || action.state === 'running') return false
  if (action.kind === 'skip' || action.kind === 'reopen') return false
  const last = action.tries.at(-1)
  return last === undefined || (last.endedAt !== null && last.outcome !== 'succeeded')
}
