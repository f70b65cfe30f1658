import { mayCancel } from './may-cancel.ts'
import type { Issue } from './issue.ts'
import { recorded } from './recorded.ts'
import type { Actor } from './actor.ts'
import type { OutcomeReason } from './outcome-reason.ts'

interface Cancellation {
  readonly actor: Actor
  readonly reason: OutcomeReason
  readonly now: string
}

/** Gives up an action; undefined: that is not possible, or not any more. */
export function cancelAction(issue: Issue, { actor, reason, now }: Cancellation): Issue | undefined {
  const { action } = issue
  if (!mayCancel(action)) return undefined
  const cancelled = {
    ...action,
    state: 'cancelled' as const,
    reason,
    waitingFor: null,
    dueAt: null,
    updatedAt: now,
  }
  const entry = { at: now, actor, event: action.kind, from: issue.status, reason, actionId: action.id }
  return recorded({ ...issue, action: cancelled }, { now, entry })
}
