import type { Action } from '../../domain/action.ts'
import type { Issue } from '../../domain/issue.ts'
import type { IssueStore } from '../../issues/issue-store.ts'
import { actionIdOf } from './action-id-of.ts'
import type { BulkAction } from './bulk-action.ts'
import type { BulkReason } from '../../domain/bulk-reason.ts'

interface Found {
  /** Undefined: the issue is cleared away. */
  readonly issue: Issue | undefined
  /** Undefined: none was asked for, or none was possible. */
  readonly action: Action | undefined
  /** Why none was possible. */
  readonly reason: BulkReason | null
}

/** The action by which a bulk action does something about an issue. */
export async function actionOf(
  store: IssueStore,
  { id, firmId, exceptions }: BulkAction,
  issueId: string,
): Promise<Found> {
  const issue = (await store.get(firmId, issueId))?.doc
  const exception = exceptions.find((one) => one.issueId === issueId)
  const { actionId, reason } = exception ?? { actionId: actionIdOf(id, issueId), reason: null }
  const action = issue && actionId !== null ? await store.action(issue, actionId) : undefined
  return { issue, action, reason }
}
