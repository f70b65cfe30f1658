import type { ActionKind } from './action-kind.ts'
import { type ActionRefusal, actionRefusal } from './action-refusal.ts'
import { type Advice, adviceOn } from './advice-on.ts'
import type { Issue } from './issue.ts'
import type { Role } from './role.ts'

/** Why an action is refused, or not recommended. */
export type ActionReason = ActionRefusal | Advice['reason']

export interface AllowedAction {
  readonly kind: ActionKind | 'reopen'
  readonly allowed: boolean
  /** Whether it is what helps now. */
  readonly recommended: boolean
  readonly reason: ActionReason | null
  /** What a recommended resync links to, instead of sending anything. */
  readonly link: { readonly quickbooksId: string } | null
}

const kinds = ['resync', 'skip', 'delete', 'reopen'] as const

/** What a role may do about an issue now, what of it helps by what was read, and why the rest does not. */
export function allowedActions(issue: Issue, role: Role, now: Date): readonly AllowedAction[] {
  const advice = adviceOn(issue, now)
  return kinds.map((kind) => {
    const refusal = actionRefusal(issue, kind, role)
    if (refusal !== null) {
      return { kind, allowed: false, recommended: false, reason: refusal, link: null }
    }
    if (kind === 'reopen') return { kind, allowed: true, recommended: false, reason: null, link: null }
    return { kind, allowed: true, ...judged(kind, issue, advice) }
  })
}

function judged(
  kind: ActionKind,
  { diagnosis }: Issue,
  { recommends, link, reason }: Advice,
): Pick<AllowedAction, 'recommended' | 'reason' | 'link'> {
  if (kind === recommends) return { recommended: true, reason: null, link }
  const isPassing = kind === 'resync' && diagnosis.retry === 'transient' && reason !== 'cause-stands'
  return isPassing
    ? { recommended: true, reason: null, link: null }
    : { recommended: false, reason, link: null }
}
