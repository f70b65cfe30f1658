import type { Failure } from './failure.ts'
import type { IssueRecord } from './issue-record.ts'

/** One failed try to sync one record, as the host reports it. */
export interface SyncFailure extends Omit<Failure, 'recordType'> {
  readonly record: IssueRecord
  /** When it failed, ISO 8601 in UTC with milliseconds. */
  readonly occurredAt: string
  /** The host's name for this try; a report that repeats it changes nothing. */
  readonly occurrenceId?: string
  /** What was sent, as JSON text. */
  readonly payload?: string
}
