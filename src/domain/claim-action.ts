import type { Action, Lease } from './action.ts'
import { isUnderWay } from './is-under-way.ts'
import type { Issue } from './issue.ts'

/** Takes an action that is due, for as long as the lease lasts; undefined: it is not due, or somebody else's. */
export function claimAction(
  issue: Issue,
  lease: Lease,
  now: string,
): { readonly issue: Issue; readonly action: Action } | undefined {
  const { action: current } = issue
  if (!isUnderWay(current) || current.dueAt === null || current.dueAt > now) return undefined
  const action: Action = { ...current, state: 'running', lease, dueAt: lease.until, updatedAt: now }
  return { issue: { ...issue, action }, action }
}
