import type { ConnectionNotice, EndpointNotice, IssueNotice, Notice } from './notice.ts'
import { emptyOutbox, type Outbox } from './outbox.ts'

type Given = 'id' | 'firmId' | 'at' | 'subject' | 'sequence'

/** A notice without what all notices have. */
export type NoticeDraft =
  Omit<IssueNotice, Given> | Omit<ConnectionNotice, Given> | Omit<EndpointNotice, Given>

export interface NoticeOrigin {
  readonly firmId: string
  /** The id of what it is about. */
  readonly subject: string
  readonly now: string
  readonly newId: () => string
}

/** The outbox with one more notice, to be told at once. */
export function addNotice(
  outbox: Outbox = emptyOutbox,
  draft: NoticeDraft,
  { firmId, subject, now, newId }: NoticeOrigin,
): Outbox {
  const sequence = outbox.sequence + 1
  const notice: Notice = { id: `evt_${newId()}`, firmId, at: now, subject, sequence, ...draft }
  return {
    ...outbox,
    sequence,
    notices: [...outbox.notices, { notice, place: null }],
    dueAt: now,
  }
}
