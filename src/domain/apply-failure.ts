import { aboutFailure } from './about-failure.ts'
import type { FailureReading } from './failure-reading.ts'
import { hurriedAction } from './hurried-action.ts'
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
  const newest = outranks(reading, issue)
  const about = newest ? aboutFailure(reading, issue) : {}
  const changed = {
    ...issue,
    ...about,
    status,
    occurrences: issue.occurrences + 1,
    firstSeenAt: occurredAt < issue.firstSeenAt ? occurredAt : issue.firstSeenAt,
    lastSeenAt: newest ? occurredAt : issue.lastSeenAt,
    closedAt: status === 'open' ? null : issue.closedAt,
    // The host may have said so because it was asked to push.
    action: issue.action?.waitingFor === 'host' ? hurriedAction(issue.action, now) : issue.action,
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

/** Whether a failure is older than what ended the trouble; what happens at the same moment is over. */
function isLate({ status, closedAt, lastSuccessAt }: Issue, occurredAt: string): boolean {
  const ends = status === 'deleted' ? [closedAt, lastSuccessAt] : [lastSuccessAt]
  return ends.some((end) => end !== null && occurredAt <= end)
}

/** Of two failures at the same moment their words decide, so that it does not matter which report comes first. */
function outranks(reading: FailureReading, issue: Issue): boolean {
  const { occurredAt } = reading.failure
  if (occurredAt !== issue.lastSeenAt) return occurredAt > issue.lastSeenAt
  return rankOf(aboutFailure(reading)) > rankOf(issue)
}

function rankOf(
  about: Omit<ReturnType<typeof aboutFailure>, 'diagnosis' | 'item' | 'evidence' | 'words'>,
): string {
  const { error, httpStatus, entity, operation, record, payload } = about
  return JSON.stringify([error, httpStatus, entity, operation, record, payload])
}
