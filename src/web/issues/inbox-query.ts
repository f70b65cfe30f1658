import type { Request } from 'express'
import { type IssueStatus, issueStatuses } from '../../domain/issue-status.ts'
import { type RecordType, recordTypes } from '../../domain/record-type.ts'
import type { Position } from '../../storage/collection.ts'

/** What the inbox shows, as it stands in its address; what makes no sense there is left out. */
export interface InboxQuery {
  readonly status: IssueStatus
  readonly recordType: RecordType | undefined
  readonly item: string | undefined
  readonly search: string
  readonly after: Position | undefined
}

export function readInboxQuery({ query }: Request): InboxQuery {
  const text = (name: string) => (typeof query[name] === 'string' ? query[name] : '')
  const item = text('item')
  const [value, id] = text('after').split('~')
  return {
    status: issueStatuses.find((one) => one === text('status')) ?? 'open',
    recordType: recordTypes.find((one) => one === text('recordType')),
    item: /^[a-z-]{1,60}$/u.test(item) ? item : undefined,
    search: text('search').slice(0, 100).toWellFormed(),
    after: value && id && value.length < 40 && id.length < 40 ? { value, id } : undefined,
  }
}
