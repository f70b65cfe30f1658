import { addNotice, type NoticeOrigin } from './add-notice.ts'
import { isUnderWay } from './is-under-way.ts'
import type { Issue, ToldOfIssue } from './issue.ts'
import type { IssueNotice } from './notice.ts'

/**
 * The issue with what is to be told of it, by what was told last. Nothing is told of what is skipped, nor while a second
 * try may still mend it: afterwards it is compared with what was told before.
 */
export function announceIssue(
  issue: Issue,
  before: Issue | undefined,
  { now, newId }: Pick<NoticeOrigin, 'now' | 'newId'>,
): Issue {
  if (isSecondTryPending(issue)) return issue
  // Issues that are kept from before do not say what was told.
  const told = issue.told ?? (before === undefined ? null : stateOf(before))
  const { id, firmId, record, item, action } = issue
  const { type, id: recordId, label, money } = record
  let { outbox } = issue
  for (const news of newsOf(told, issue)) {
    const last = issue.history.at(-1)
    const by = news === 'issue.waiting-for-reconnect' && action ? { ...action, actionId: action.id } : last
    if (by === undefined) throw new Error(`Issue ${id} has no history.`)
    const { actor, actionId } = by
    const about = { type, id: recordId, label, money }
    const draft = {
      type: news,
      issue: { id, record: about, item, formerItem: told?.item ?? null, actor, actionId },
    }
    outbox = addNotice(outbox, draft, { firmId, subject: id, now, newId })
  }
  return { ...issue, outbox, told: stateOf(issue) }
}

function newsOf(told: ToldOfIssue | null, issue: Issue): readonly IssueNotice['type'][] {
  switch (issue.status) {
    case 'skipped':
      return []
    // Taken back, a skipped issue may turn out to be over: whoever heard that it arose hears that, too.
    case 'resolved':
      return told?.status === 'open' || told?.status === 'skipped' ? ['issue.resolved'] : []
    case 'deleted':
      return told?.status === 'open' ? ['issue.deleted'] : []
    case 'open': {
      const waits: IssueNotice['type'][] =
        waitsForConnection(issue) && told?.waitsForConnection !== true ? ['issue.waiting-for-reconnect'] : []
      if (told === null) return ['issue.opened', ...waits]
      if (told.status !== 'open') return ['issue.reopened', ...waits]
      return told.item === issue.item ? waits : ['issue.cause-changed', ...waits]
    }
  }
}

function stateOf(issue: Issue): ToldOfIssue {
  return { status: issue.status, item: issue.item, waitsForConnection: waitsForConnection(issue) }
}

/** A worker that looks whether the firm is connected again leaves it waiting. */
function waitsForConnection({ action }: Issue): boolean {
  return isUnderWay(action) && action.waitingFor === 'connection'
}

/** The first try was refused, and the second is still to come, or on its way. */
function isSecondTryPending({ action }: Issue): boolean {
  return (
    isUnderWay(action) &&
    (action.waitingFor === 'second-try' || action.tries.some(({ outcome }) => outcome === 'refused'))
  )
}
