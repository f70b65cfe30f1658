import type { Notice } from '../domain/notice.ts'
import type { Collection } from '../storage/collection.ts'

/**
 * A notice in its firm's log. Places are numbered 1, 2, 3 without gaps, and each stands only once the one before it does:
 * whoever has read up to a place has missed nothing before it.
 */
export interface LoggedNotice {
  /** Its firm's id and its place. */
  readonly id: string
  readonly firmId: string
  /** With leading zeros, so that it sorts as text. */
  readonly place: string
  readonly notice: Notice
  readonly loggedAt: string
  readonly expiresAt: string
}

export const loggedNoticeDesign = {
  name: 'notices',
  fields: {
    firmId: 'firmId',
    place: 'place',
    noticeId: 'notice.id',
    loggedAt: 'loggedAt',
    expiresAt: 'expiresAt',
  },
  indexes: {
    firm: ['firmId', 'place'],
    noticeId: ['firmId', 'noticeId'],
    loggedAt: ['firmId', 'loggedAt'],
    all: ['expiresAt'],
  },
} as const

export type LoggedNotices = Collection<LoggedNotice, keyof typeof loggedNoticeDesign.fields>
