import type { Lease } from '../../domain/action.ts'
import type { Collection } from '../../storage/collection.ts'

/** What one member was mailed, and what is to be mailed next. */
export interface Mailbox {
  /** Its firm's id and its member's. */
  readonly id: string
  readonly firmId: string
  readonly memberId: string
  /** Up to this place of the firm's log it was told, or need not be. */
  readonly toldUntil: number
  /** When somebody is to look at it next; null: when something happens. */
  readonly dueAt: string | null
  /** When news are to be mailed; null: there are none yet. */
  readonly newsAt: string | null
  /** When it is time to remind of what stays open; null: nothing is. */
  readonly reminderAt: string | null
  readonly lastSentAt: string | null
  /** A mail that may have been sent: nobody knows how it ended. */
  readonly sending: Sending | null
  /** Who is at it, and until when others leave it alone. */
  readonly lease: Lease | null
  /** How often in a row a mail could not be sent. */
  readonly delays: number
  /** How often of late it was not taken. */
  readonly refusals: number
  /** Stands in the links of mails, and proves that somebody saw one. It signs nobody in. */
  readonly reference: string
  /** When somebody asked for a sign-in link last. */
  readonly askedAt: string | null
}

/** What is to be sent, kept before it is: whoever sends it again gives it the same name, and tells the same places. */
export interface Sending {
  readonly messageId: string
  readonly until: number
}

export const mailboxDesign = {
  name: 'mailboxes',
  fields: { firmId: 'firmId', memberId: 'memberId', dueAt: 'dueAt' },
  indexes: {
    firm: ['firmId', 'memberId'],
    // Across firms: mails that are due.
    due: ['dueAt'],
    all: ['memberId'],
  },
  sparse: ['due'],
} as const

export type Mailboxes = Collection<Mailbox, keyof typeof mailboxDesign.fields>
