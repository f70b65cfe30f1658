import { createHash } from 'node:crypto'
import type { Issue } from '../domain/issue.ts'
import type { MovedHistory } from './moved-history.ts'
import type { MovedReports } from './moved-reports.ts'

/** How many lines of history, and how many reports, an issue itself holds. */
const ROOM = 50
/** How long a repeated report is known as one: a weekend and a day. */
export const REPORT_MILLISECONDS = 72 * 60 * 60 * 1000

interface Needs {
  readonly movedReports: MovedReports
  readonly movedHistory: MovedHistory
}

/** The issue with no more than it has room for. What goes is kept elsewhere first; doing so twice changes nothing. */
export async function trimIssue(
  { movedReports, movedHistory }: Needs,
  issue: Issue,
  now: string,
): Promise<Issue> {
  const { id: issueId, firmId, history, reports } = issue
  const expired = new Date(Date.parse(now) - REPORT_MILLISECONDS).toISOString()
  for (const entry of history.slice(0, -ROOM)) {
    const place = String(entry.number).padStart(9, '0')
    await movedHistory.insert({ id: `${issueId}/${place}`, firmId, issueId, place, entry })
  }
  for (const { occurrenceId, at } of reports.slice(0, -ROOM)) {
    if (at < expired) continue
    const expiresAt = new Date(Date.parse(at) + REPORT_MILLISECONDS).toISOString()
    await movedReports.insert({ id: movedReportId(issueId, occurrenceId), firmId, issueId, expiresAt })
  }
  return { ...issue, history: history.slice(-ROOM), reports: reports.slice(-ROOM) }
}

/** Where a report is kept once its issue has no room for it. */
export function movedReportId(issueId: string, occurrenceId: string): string {
  return `${issueId}/${createHash('sha256').update(occurrenceId).digest('base64url')}`
}
