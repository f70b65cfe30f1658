import type { Actor } from '../domain/actor.ts'
import type { ConnectionNotice, EndpointNotice, IssueNotice, Notice, NoticeType } from '../domain/notice.ts'
import type { RecordType } from '../domain/record-type.ts'

/** A notice as other programs are told it: which record it is about, but no name, no amount and nothing of a payload. */
export interface PresentedNotice {
  readonly id: string
  readonly type: NoticeType
  readonly timestamp: string
  readonly data: {
    readonly firmId: string
    readonly sequence: number
    /** Whose doing it was; null: nobody's. */
    readonly actor: Actor | null
    readonly actionId: string | null
    /** One of these is there: what it is about. */
    readonly issue?: Pick<IssueNotice['issue'], 'id' | 'item' | 'formerItem'> & {
      readonly record: { readonly type: RecordType; readonly id: string }
    }
    readonly connection?: Pick<ConnectionNotice['connection'], 'endsAt' | 'daysLeft'>
    readonly endpoint?: Pick<EndpointNotice['endpoint'], 'id' | 'reason'>
  }
}

/** What other programs are told of a notice, whichever way it reaches them. */
export function presentNotice(notice: Notice): PresentedNotice {
  const { id, type, at, firmId, sequence } = notice
  const common = { firmId, sequence }
  if ('issue' in notice) {
    const { record, item, formerItem, actor, actionId, id: issueId } = notice.issue
    const issue = { id: issueId, record: { type: record.type, id: record.id }, item, formerItem }
    return { id, type, timestamp: at, data: { ...common, actor, actionId, issue } }
  }
  if ('connection' in notice) {
    const { endsAt, daysLeft, actor } = notice.connection
    return {
      id,
      type,
      timestamp: at,
      data: { ...common, actor, actionId: null, connection: { endsAt, daysLeft } },
    }
  }
  const { id: endpointId, reason } = notice.endpoint
  return {
    id,
    type,
    timestamp: at,
    data: { ...common, actor: null, actionId: null, endpoint: { id: endpointId, reason } },
  }
}
