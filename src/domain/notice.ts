import type { Actor } from './actor.ts'
import type { IssueRecord } from './issue-record.ts'

/** What is told about an issue. */
export const issueNoticeTypes = [
  'issue.opened',
  'issue.reopened',
  'issue.cause-changed',
  'issue.waiting-for-reconnect',
  'issue.resolved',
  'issue.deleted',
] as const

/** Everything that is told, to people and to other programs. */
export const noticeTypes = [
  ...issueNoticeTypes,
  'connection.ending',
  'connection.lost',
  'webhook-endpoint.disabled',
] as const

export type NoticeType = (typeof noticeTypes)[number]

interface Told {
  /** The same each time it is told. */
  readonly id: string
  readonly firmId: string
  /** When it happened, by our clock. */
  readonly at: string
  /** What it is about; notices about the same are told in their order. */
  readonly subject: string
  /** 1 is the first about its subject. */
  readonly sequence: number
}

export interface IssueNotice extends Told {
  readonly type: (typeof issueNoticeTypes)[number]
  readonly issue: {
    readonly id: string
    readonly record: Pick<IssueRecord, 'type' | 'id' | 'label' | 'money'>
    /** The slug of its error item, or `unrecognized`. */
    readonly item: string
    /** The item that was told before; null: none was. */
    readonly formerItem: string | null
    /** Whose doing it was. */
    readonly actor: Actor
    /** The action that did it; null: a report. */
    readonly actionId: string | null
  }
}

export interface ConnectionNotice extends Told {
  readonly type: 'connection.ending' | 'connection.lost'
  readonly connection: {
    readonly companyName: string | null
    /** When it ends, or ended. */
    readonly endsAt: string
    /** Whole days left; 0: it is lost, or ends today. */
    readonly daysLeft: number
    /** Who ended it; SyncDoctor, where Intuit did. */
    readonly actor: Actor
  }
}

export interface EndpointNotice extends Told {
  readonly type: 'webhook-endpoint.disabled'
  readonly endpoint: {
    readonly id: string
    readonly url: string
    /** It said that it is gone, or nothing reached it for days. */
    readonly reason: 'gone' | 'failing'
  }
}

/** One thing that is told, at least once, in the order of what it is about. */
export type Notice = IssueNotice | ConnectionNotice | EndpointNotice
