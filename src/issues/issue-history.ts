import type { HistoryEntry } from '../domain/history-entry.ts'
import type { Issue } from '../domain/issue.ts'
import type { MovedHistory } from './moved-history.ts'

interface Wanted {
  /** Only entries before this number. */
  readonly before?: number
  readonly limit: number
}

export type IssueHistory = (issue: Issue, wanted: Wanted) => Promise<readonly HistoryEntry[]>

/** Reads an issue's history, newest first, also what its document has no room for any more. */
export function createIssueHistory(movedHistory: MovedHistory): IssueHistory {
  return async ({ id, history }, { before = Infinity, limit }) => {
    const entries = history.filter((entry) => entry.number < before).toReversed()
    const oldest = entries.at(-1)?.number ?? before
    if (entries.length >= limit || oldest === 1) return entries.slice(0, limit)
    const moved = await movedHistory.page({
      index: 'issue',
      equals: { issueId: id },
      descending: true,
      ...(Number.isFinite(oldest) && { until: String(oldest - 1).padStart(9, '0') }),
      limit: limit - entries.length,
    })
    return [...entries, ...moved.map(({ doc }) => doc.entry)]
  }
}
