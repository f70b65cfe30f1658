import type { Actor } from './actor.ts'
import type { IssueStatus } from './issue-status.ts'
import type { OutcomeReason } from './outcome-reason.ts'

/** What can happen to an issue. */
export type IssueEvent = 'failure' | 'success' | 'skip' | 'reopen' | 'delete' | 'resync'

/** One line of an issue's history: who did what, when, and what became of it. */
export interface HistoryEntry {
  /** 1 is the first. */
  readonly number: number
  readonly at: string
  readonly actor: Actor
  readonly event: IssueEvent
  /** Null: the issue did not exist. */
  readonly from: IssueStatus | null
  readonly to: IssueStatus
  /** The error item from then on; null: unrecognized. */
  readonly item: string | null
  readonly note: string | null
  /** Why it ended so, e.g. `books-closed`. */
  readonly reason: OutcomeReason | null
  /** Intuit's number of the call that did it. */
  readonly intuitTid: string | null
  readonly actionId: string | null
}
