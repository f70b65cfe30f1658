import type { ConnectionNotice, EndpointNotice, IssueNotice } from '../../domain/notice.ts'
import type { LoggedNotice } from '../logged-notice.ts'

/** What happened to one issue in a stretch of the log. */
export interface IssueNews {
  readonly first: IssueNotice
  readonly last: IssueNotice
  /** How it was told to have got its present cause; null: that was before. */
  readonly arose: 'issue.opened' | 'issue.reopened' | 'issue.cause-changed' | null
  readonly waits: boolean
}

/** A stretch of the log by what it is about. */
export interface FoldedNotices {
  readonly issues: ReadonlyMap<string, IssueNews>
  /** The last one about the connection. */
  readonly connection: ConnectionNotice | undefined
  readonly endpoints: ReadonlyMap<string, EndpointNotice>
}

export function foldNotices(entries: readonly LoggedNotice[]): FoldedNotices {
  const issues = new Map<string, IssueNews>()
  const endpoints = new Map<string, EndpointNotice>()
  let connection: ConnectionNotice | undefined
  for (const { notice } of entries) {
    if ('issue' in notice) {
      const before = issues.get(notice.subject)
      issues.set(notice.subject, {
        first: before?.first ?? notice,
        last: notice,
        arose: aroseAfter(before?.arose ?? null, notice.type),
        waits: notice.type === 'issue.waiting-for-reconnect' || (before?.waits ?? false),
      })
    } else if ('connection' in notice) {
      connection = notice
    } else {
      endpoints.set(notice.subject, notice)
    }
  }
  return { issues, connection, endpoints }
}

/** What is new stays new, whatever else becomes of its cause; what is settled has to arise again. */
function aroseAfter(before: IssueNews['arose'], type: IssueNotice['type']): IssueNews['arose'] {
  switch (type) {
    case 'issue.opened':
    case 'issue.reopened':
      return before ?? type
    case 'issue.cause-changed':
      return before ?? type
    case 'issue.waiting-for-reconnect':
      return before
    case 'issue.resolved':
    case 'issue.deleted':
      return null
  }
}
