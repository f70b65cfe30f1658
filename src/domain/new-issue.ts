import { aboutFailure } from './about-failure.ts'
import type { FailureReading } from './failure-reading.ts'
import type { Issue } from './issue.ts'
import { recorded } from './recorded.ts'

interface Beginning {
  readonly id: string
  readonly firmId: string
  /** When the record is already known to have gone through, if it is: a failure before that is over. */
  readonly lastSuccessAt: string | null
  readonly quickbooksId: string | null
}

/** The issue that a record's first failure makes. */
export function newIssue(
  { id, firmId, lastSuccessAt, quickbooksId }: Beginning,
  reading: FailureReading,
): Issue {
  const { failure, actor, now } = reading
  const over = lastSuccessAt !== null && failure.occurredAt <= lastSuccessAt
  const issue: Issue = {
    id,
    firmId,
    status: over ? 'resolved' : 'open',
    ...aboutFailure(reading),
    occurrences: 1,
    firstSeenAt: failure.occurredAt,
    lastSeenAt: failure.occurredAt,
    lastSuccessAt,
    closedAt: over ? lastSuccessAt : null,
    quickbooksId,
    action: null,
    history: [],
    reports: [],
    told: null,
  }
  return recorded(issue, {
    occurrenceId: failure.occurrenceId,
    now,
    entry: { at: now, actor, event: 'failure', from: null },
  })
}
