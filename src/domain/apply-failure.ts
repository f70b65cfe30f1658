import { aboutFailure } from './about-failure.ts'
import type { FailureReading } from './failure-reading.ts'
import { issueTransitions } from './issue-transitions.ts'
import type { Issue } from './issue.ts'
import { recorded } from './recorded.ts'
import type { FailureOutcome } from './report-outcome.ts'

/** Adds a failure to an issue. The newest failure, by when it occurred, says what the issue is about. */
export function applyFailure(
  issue: Issue,
  reading: FailureReading,
): { readonly issue: Issue; readonly outcome: FailureOutcome } {
  const { failure, actor, now } = reading
  const { occurredAt } = failure
  const status =
    issueTransitions[issue.status][isLate(issue, occurredAt) ? 'lateFailure' : 'failure'] ?? issue.status
  const newest = occurredAt > issue.lastSeenAt
  const about = newest ? aboutFailure(reading) : {}
  const changed = {
    ...issue,
    ...about,
    status,
    occurrences: issue.occurrences + 1,
    firstSeenAt: occurredAt < issue.firstSeenAt ? occurredAt : issue.firstSeenAt,
    lastSeenAt: newest ? occurredAt : issue.lastSeenAt,
    closedAt: status === 'open' ? null : issue.closedAt,
  }
  const tells = status !== issue.status || changed.item !== issue.item
  return {
    issue: recorded(changed, {
      occurrenceId: failure.occurrenceId,
      now,
      ...(tells && { entry: { at: now, actor, event: 'failure', from: issue.status } }),
    }),
    outcome: status !== 'open' ? 'counted' : issue.status === 'open' ? 'joined' : 'reopened',
  }
}

/** Whether a failure is older than what closed the issue; what happens at the same moment is over. */
function isLate({ status, closedAt, lastSuccessAt }: Issue, occurredAt: string): boolean {
  const over = status === 'deleted' ? closedAt : lastSuccessAt
  return over !== null && occurredAt <= over
}
