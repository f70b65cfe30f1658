import type { Issue } from '../domain/issue.ts'
import type { MovedHistory } from '../issues/moved-history.ts'
import type { PastActions } from '../issues/past-actions.ts'
import type { Collection, Stored, Versioned } from '../storage/collection.ts'
import type { Kept } from '../storage/kept.ts'
import { pagesOfAll } from '../storage/pages-of-all.ts'

interface Needs {
  /** The issues, sorted by when they were last seen. */
  readonly everyIssue: Kept
  readonly movedHistory: MovedHistory
  readonly pastActions: PastActions
  /** Collections of what expires, sorted by when. */
  readonly expiring: readonly Kept[]
  readonly retentionDays: number
}

const DAY = 24 * 60 * 60 * 1000
const PAGE = 200

/**
 * Removes what is over: expired sessions, links, answers and marks, and issues that were closed long ago. A skipped issue
 * stays, since without it the next failure would be news again. Answers with how many issues went.
 */
export async function purge(
  { everyIssue, movedHistory, pastActions, expiring, retentionDays }: Needs,
  now: Date,
): Promise<number> {
  for (const kept of expiring) {
    for await (const page of pagesOfAll(kept, now.toISOString())) {
      for (const { doc, version } of page) await kept.collection.remove(doc.id, version)
    }
  }
  const until = new Date(now.getTime() - retentionDays * DAY).toISOString()
  let count = 0
  for await (const page of pagesOfAll(everyIssue, until)) {
    for (const { doc, version } of page as readonly Versioned<Issue>[]) {
      const { id, status, closedAt } = doc
      const isOver = status === 'resolved' || status === 'deleted'
      if (
        !isOver ||
        closedAt === null ||
        closedAt > until ||
        !(await everyIssue.collection.remove(id, version))
      )
        continue
      count += 1
      for (const kept of [movedHistory, pastActions]) await forget(kept, id)
    }
  }
  return count
}

/** Removes what an issue had no room for. */
async function forget(
  kept: Pick<Collection<Stored, 'issueId'>, 'page' | 'remove'>,
  issueId: string,
): Promise<void> {
  for (;;) {
    const page = await kept.page({ index: 'issue', equals: { issueId }, limit: PAGE })
    if (page.length === 0) return
    for (const { doc, version } of page) await kept.remove(doc.id, version)
  }
}
