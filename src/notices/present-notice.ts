import type { Actor } from '../domain/actor.ts'
import type { ConnectionNotice, EndpointNotice, IssueNotice, Notice } from '../domain/notice.ts'
import type { RecordType } from '../domain/record-type.ts'

interface Presented<N extends Notice, About> {
  readonly id: string
  readonly type: N['type']
  readonly timestamp: string
  readonly data: { readonly firmId: string; readonly sequence: number } & About
}

interface AboutIssue {
  readonly issue: Pick<IssueNotice['issue'], 'id' | 'item' | 'formerItem'> & {
    readonly record: { readonly type: RecordType; readonly id: string }
  }
  /** Whose doing it was. */
  readonly actor: Actor
  /** Null: a report did it. */
  readonly actionId: string | null
}

interface AboutConnection {
  readonly connection: Pick<ConnectionNotice['connection'], 'endsAt' | 'daysLeft'>
  readonly actor: Actor
  readonly actionId: null
}

interface AboutEndpoint {
  readonly endpoint: Pick<EndpointNotice['endpoint'], 'id' | 'reason'>
  readonly actor: null
  readonly actionId: null
}

/** A notice as other programs are told it: which record it is about, but no name, no amount and nothing of a payload. */
export type PresentedNotice =
  | Presented<IssueNotice, AboutIssue>
  | Presented<ConnectionNotice, AboutConnection>
  | Presented<EndpointNotice, AboutEndpoint>

/** What other programs are told of a notice, whichever way it reaches them. */
export function presentNotice(notice: Notice): PresentedNotice {
  const { id, at: timestamp, firmId, sequence } = notice
  const common = { firmId, sequence }
  if ('issue' in notice) {
    const { record, item, formerItem, actor, actionId, id: issueId } = notice.issue
    const issue = { id: issueId, record: { type: record.type, id: record.id }, item, formerItem }
    return { id, type: notice.type, timestamp, data: { ...common, actor, actionId, issue } }
  }
  if ('connection' in notice) {
    const { endsAt, daysLeft, actor } = notice.connection
    const connection = { endsAt, daysLeft }
    return { id, type: notice.type, timestamp, data: { ...common, actor, actionId: null, connection } }
  }
  const endpoint = { id: notice.endpoint.id, reason: notice.endpoint.reason }
  return { id, type: notice.type, timestamp, data: { ...common, actor: null, actionId: null, endpoint } }
}
