import type { Actor } from './actor.ts'
import { hurriedAction } from './hurried-action.ts'
import { issueTransitions } from './issue-transitions.ts'
import type { Issue } from './issue.ts'
import { recorded } from './recorded.ts'
import type { SuccessOutcome } from './report-outcome.ts'
import type { SyncSuccess } from './sync-success.ts'

interface SuccessReading {
  readonly success: SyncSuccess
  readonly actor: Actor
  /** When the report came, ISO 8601. */
  readonly now: string
}

/** Adds a success to an issue; one that is older than the newest failure resolves nothing. */
export function applySuccess(
  issue: Issue,
  { success, actor, now }: SuccessReading,
): { readonly issue: Issue; readonly outcome: SuccessOutcome } {
  const { occurredAt, occurrenceId, quickbooksId } = success
  const late = occurredAt < issue.lastSeenAt
  const status = issueTransitions[issue.status][late ? 'lateSuccess' : 'success'] ?? issue.status
  const newest = issue.lastSuccessAt === null || occurredAt > issue.lastSuccessAt
  const lastSuccessAt = newest ? occurredAt : issue.lastSuccessAt
  const resolves = status !== issue.status
  const changed = {
    ...issue,
    status,
    lastSuccessAt,
    action: resolves ? hurriedAction(issue.action, now) : issue.action,
    closedAt: status === 'resolved' ? lastSuccessAt : issue.closedAt,
    quickbooksId: newest ? (quickbooksId ?? issue.quickbooksId) : issue.quickbooksId,
  }
  return {
    issue: recorded(changed, {
      occurrenceId,
      now,
      ...(resolves && { entry: { at: now, actor, event: 'success', from: issue.status } }),
    }),
    outcome: resolves ? 'resolved' : 'ignored',
  }
}
