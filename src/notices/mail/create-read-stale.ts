import type { Issue } from '../../domain/issue.ts'
import { openSince } from '../../domain/open-since.ts'
import type { IssueCollection } from '../../issues/issue-collection.ts'
import type { Position } from '../../storage/collection.ts'

const PAGE = 200
/** A mail does not count more than these. */
const MOST = 5_000

/** A firm's issues that have been open since before a moment, those that were seen first first. */
export function createReadStale(issues: IssueCollection) {
  return async (firmId: string, before: string): Promise<readonly Issue[]> => {
    const stale: Issue[] = []
    let after: Position | undefined
    for (;;) {
      const page = await issues.page({
        index: 'statusFirstSeen',
        equals: { firmId, status: 'open' },
        until: before,
        ...(after !== undefined && { after }),
        limit: PAGE,
      })
      // What came back lately was seen first long ago.
      stale.push(...page.map(({ doc }) => doc).filter((issue) => openSince(issue) <= before))
      const last = page.at(-1)?.doc
      if (last === undefined || page.length < PAGE || stale.length >= MOST) return stale
      after = { value: last.firstSeenAt, id: last.id }
    }
  }
}
