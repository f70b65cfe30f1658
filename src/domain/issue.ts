import type { Action } from './action.ts'
import type { DecisionToTell } from './decision-to-tell.ts'
import type { Diagnosis } from './diagnosis.ts'
import type { Evidence } from './evidence.ts'
import type { HistoryEntry } from './history-entry.ts'
import type { IssueRecord } from './issue-record.ts'
import type { IssueStatus } from './issue-status.ts'
import type { Operation } from './operation.ts'
import type { Outbox } from './outbox.ts'

/** The standing problem of one record; all that must change together is in it. */
export interface Issue {
  readonly id: string
  readonly firmId: string
  readonly status: IssueStatus
  readonly record: IssueRecord
  /** What the newest failure said, masked; JSON as its text. */
  readonly error: string
  readonly httpStatus: number | null
  readonly entity: string | null
  readonly operation: Operation | null
  readonly diagnosis: Diagnosis
  /** The slug of its error item, or `unrecognized`. */
  readonly item: string
  /** What was read about this error when somebody last looked. */
  readonly evidence: readonly Evidence[]
  readonly occurrences: number
  readonly firstSeenAt: string
  readonly lastSeenAt: string
  /** When the record is known to have gone through last. */
  readonly lastSuccessAt: string | null
  readonly closedAt: string | null
  readonly quickbooksId: string | null
  /** What was sent, as JSON text, so that it can be sent again. */
  readonly payload: string | null
  /** The newest action; older ones are kept apart. */
  readonly action: Action | null
  /** The newest entries, oldest first; older ones are kept apart. */
  readonly history: readonly HistoryEntry[]
  /** The newest reports, so that none counts twice; older ones are kept apart. */
  readonly reports: readonly SeenReport[]
  /** What the issue is found by. */
  readonly words: readonly string[]
  /** What was told of it last; null: nothing was, absent: it is kept from before. */
  readonly told?: ToldOfIssue | null
  readonly outbox?: Outbox
  readonly decisionToTell?: DecisionToTell | null
}

/** The state of an issue that people were told. */
export interface ToldOfIssue {
  readonly status: IssueStatus
  readonly item: string
  /** Whether its action waits until the firm is connected again. */
  readonly waitsForConnection: boolean
}

/** A report that was applied. */
export interface SeenReport {
  readonly occurrenceId: string
  /** When it came, by our clock. */
  readonly at: string
}
