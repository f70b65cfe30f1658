import type { Language } from '../../domain/language.ts'
import type { Member } from '../../domain/member.ts'

/** Where the link of a mail leads; it signs nobody in by itself. */
export interface MailLink {
  readonly firmId: string
  readonly memberId: string
  readonly reference: string
}

/** What can be done with the link of a mail. */
export interface MailLinks {
  /** Whose it is; undefined: nobody's any more. */
  readonly look: (link: MailLink) => Promise<Pick<Member, 'name' | 'language'> | undefined>
  /** Has a link that signs in sent to that member's address. */
  readonly send: (link: MailLink, language: Language) => Promise<unknown>
}
