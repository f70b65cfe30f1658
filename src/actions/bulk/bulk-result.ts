import type { ActionState, WaitingFor } from '../../domain/action.ts'
import type { IssueRecord } from '../../domain/issue-record.ts'
import type { BulkReason } from '../../domain/bulk-reason.ts'

/** What became, or would become, of one issue of a bulk action. */
export interface BulkResult {
  readonly issueId: string
  /** Null: the issue is cleared away. */
  readonly record: IssueRecord | null
  readonly state: ActionState
  /** Null: no action was asked for, or not yet. */
  readonly actionId: string | null
  readonly reason: BulkReason | null
  readonly waitingFor: WaitingFor | null
}
