import type { Action } from './action.ts'
import { isUnderWay } from './is-under-way.ts'
import type { Issue } from './issue.ts'
import { newAction } from './new-action.ts'

type Wish = Pick<Action, 'id' | 'actor' | 'note' | 'changes' | 'link' | 'bulkId'> & {
  readonly kind: 'resync' | 'delete'
  readonly now: string
}

type Requested =
  | { readonly issue: Issue; readonly action: Action; readonly joined: boolean }
  | { readonly reason: 'not-open' | 'under-way' }

/** Asks for something to be done. Of two who ask for the same, the second joins the first one's action. */
export function requestAction(issue: Issue, { now, ...wish }: Wish): Requested {
  const { action: current } = issue
  if (isUnderWay(current)) {
    const isSame =
      current.kind === wish.kind && current.changes === wish.changes && current.link === wish.link
    return isSame ? { issue, action: current, joined: true } : { reason: 'under-way' }
  }
  if (issue.status !== 'open') return { reason: 'not-open' }
  const action = newAction(issue, {
    ...wish,
    state: 'queued',
    createdAt: now,
    dueAt: now,
    tries: wish.kind === 'resync' ? openTryOf(current) : [],
  })
  return { issue: { ...issue, action }, action, joined: false }
}

/** What an earlier action may or may not have written is found out first, under the same request id. */
function openTryOf(action: Action | null): Action['tries'] {
  return action?.tries.slice(-1).filter(({ endedAt }) => endedAt === null) ?? []
}
