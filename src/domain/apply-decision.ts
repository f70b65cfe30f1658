import type { Action } from './action.ts'
import type { Actor } from './actor.ts'
import type { DecisionToTell } from './decision-to-tell.ts'
import { issueTransitions } from './issue-transitions.ts'
import type { Issue } from './issue.ts'
import { newAction } from './new-action.ts'
import { recorded } from './recorded.ts'

/** What a person decides about an issue without anything being sent. */
interface Decision {
  readonly kind: 'skip' | 'reopen'
  readonly actionId: string
  readonly actor: Actor
  readonly note: string | null
  readonly now: string
}

interface Decided extends Issue {
  readonly action: Action
}

/** Skips an issue, or takes a skip back; undefined where its status forbids that. */
export function applyDecision(
  issue: Issue,
  { kind, actionId, actor, note, now }: Decision,
): Decided | undefined {
  const next = issueTransitions[issue.status][kind]
  if (next === null) return undefined
  // While it was skipped, the record may have gone through.
  const { lastSuccessAt } = issue
  const isOver = kind === 'reopen' && lastSuccessAt !== null && lastSuccessAt >= issue.lastSeenAt
  const status = isOver ? 'resolved' : next
  const closedAt = kind === 'skip' ? now : isOver ? lastSuccessAt : null
  const entry = { at: now, actor, event: kind, from: issue.status, note, actionId }
  const action = newAction(issue, {
    id: actionId,
    kind,
    state: 'succeeded',
    actor,
    note,
    createdAt: now,
    dueAt: null,
  })
  const decisionToTell = toTell(issue.decisionToTell, { kind, actionId, now })
  return { ...recorded({ ...issue, status, closedAt }, { now, entry }), action, decisionToTell }
}

/** Where somebody is just telling the host of the decision before, this one comes after it. */
function toTell(
  before: DecisionToTell | null | undefined,
  { kind, actionId, now }: Pick<Decision, 'kind' | 'actionId' | 'now'>,
): DecisionToTell {
  const busyUntil = before?.busyUntil ?? null
  return { kind, actionId, decidedAt: now, delays: 0, busyUntil, dueAt: busyUntil ?? now }
}
