import { isUnderWay } from './is-under-way.ts'
import type { Issue } from './issue.ts'
import { recorded } from './recorded.ts'
import type { Actor } from './actor.ts'
import type { OutcomeReason } from './outcome-reason.ts'

interface Cancellation {
  readonly actor: Actor
  readonly reason: OutcomeReason
  readonly now: string
}

/**
 * Gives up an action that nobody is working at; undefined: there is none, somebody is, it has written
 * something, or nobody knows yet whether it has.
 */
export function cancelAction(issue: Issue, { actor, reason, now }: Cancellation): Issue | undefined {
  const { action } = issue
  if (!isUnderWay(action) || action.state === 'running') return undefined
  const last = action.tries.at(-1)
  if (last !== undefined && (last.endedAt === null || last.outcome === 'succeeded')) return undefined
  const cancelled = {
    ...action,
    state: 'cancelled' as const,
    reason,
    waitingFor: null,
    dueAt: null,
    updatedAt: now,
  }
  if (action.kind === 'skip' || action.kind === 'reopen') return undefined
  const entry = { at: now, actor, event: action.kind, from: issue.status, reason, actionId: action.id }
  return recorded({ ...issue, action: cancelled }, { now, entry })
}
