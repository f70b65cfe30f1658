import type { Language } from './language.ts'
import type { NoticeFrequency } from './notice-frequency.ts'
import type { MemberRole } from './role.ts'

/** A person of a firm. */
export interface Member {
  /** The host's name for the person, unique in the firm. */
  readonly id: string
  readonly firmId: string
  readonly name: string
  readonly email: string | null
  readonly role: MemberRole
  readonly language: Language | null
  /** How often mails come; staff get none. */
  readonly notices: NoticeFrequency
}
