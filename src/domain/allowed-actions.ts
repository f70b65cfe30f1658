import type { ActionKind } from './action-kind.ts'
import type { Action } from './action.ts'
import { isUnderWay } from './is-under-way.ts'
import { issueTransitions } from './issue-transitions.ts'
import type { Issue } from './issue.ts'
import type { Role } from './role.ts'

/** Why an action is refused, or not recommended. */
export type ActionReason =
  'role-may-not' | 'not-open' | 'not-skipped' | 'not-for-this-error' | 'under-way' | 'cause-not-checked'

export interface AllowedAction {
  readonly kind: ActionKind | 'reopen'
  readonly allowed: boolean
  /** Whether it is what helps now. */
  readonly recommended: boolean
  readonly reason: ActionReason | null
}

const kinds = ['resync', 'skip', 'delete', 'reopen'] as const

/** What a role may do about an issue now, what of it helps, and why the rest does not. */
export function allowedActions(issue: Issue, role: Role): readonly AllowedAction[] {
  return kinds.map((kind) => {
    const refusal = refusalOf(issue, kind, role)
    if (refusal !== null) return { kind, allowed: false, recommended: false, reason: refusal }
    const recommended = kind === 'resync' && issue.diagnosis.retry === 'transient'
    // Nothing was read from the books, so nobody knows whether the cause is gone.
    return {
      kind,
      allowed: true,
      recommended,
      reason: recommended || kind === 'reopen' ? null : 'cause-not-checked',
    }
  })
}

function refusalOf(issue: Issue, kind: AllowedAction['kind'], role: Role): ActionReason | null {
  if (role === 'staff' || role === 'support') return 'role-may-not'
  // What waits gives way to a skip, unless it may have written something already.
  if (isUnderWay(issue.action) && (kind !== 'skip' || isSending(issue.action))) return 'under-way'
  if (kind === 'reopen') return issueTransitions[issue.status].reopen === null ? 'not-skipped' : null
  if (!issue.diagnosis.actions.includes(kind)) return 'not-for-this-error'
  return issue.status === 'open' ? null : 'not-open'
}

function isSending({ state, tries }: Action): boolean {
  const last = tries.at(-1)
  return state === 'running' || last?.endedAt === null || last?.outcome === 'succeeded'
}
