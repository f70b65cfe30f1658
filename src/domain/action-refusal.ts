import type { ActionKind } from './action-kind.ts'
import { isUnderWay } from './is-under-way.ts'
import { issueTransitions } from './issue-transitions.ts'
import type { Issue } from './issue.ts'
import { mayCancel } from './may-cancel.ts'
import type { Role } from './role.ts'

/** Why something cannot be done about an issue. */
export type ActionRefusal = 'role-may-not' | 'not-open' | 'not-skipped' | 'not-for-this-error' | 'under-way'

/** Why a role may not do this about an issue now; null: it may. */
export function actionRefusal(issue: Issue, kind: ActionKind | 'reopen', role: Role): ActionRefusal | null {
  if (role === 'staff' || role === 'support') return 'role-may-not'
  // What waits gives way to a skip, unless it may have written something already.
  if (isUnderWay(issue.action) && (kind !== 'skip' || !mayCancel(issue.action))) return 'under-way'
  if (kind === 'reopen') return issueTransitions[issue.status].reopen === null ? 'not-skipped' : null
  if (!issue.diagnosis.actions.includes(kind)) return 'not-for-this-error'
  return issue.status === 'open' ? null : 'not-open'
}
