import type { Language } from '../../domain/language.ts'

/** One mail to one person. */
export interface Mail {
  /** With its angle brackets; the same each time the same mail is sent. */
  readonly messageId: string
  readonly firmId: string
  readonly to: { readonly name: string; readonly address: string }
  readonly subject: string
  readonly text: string
  readonly html: string
  readonly language: Language
}

/** What became of a mail. */
export type MailOutcome =
  | { readonly outcome: 'sent' }
  /** It was not sent, and may be later: `unknown`, it may have been sent; `refused`, this address or mail is not taken. */
  | {
      readonly outcome: 'put-off' | 'unknown' | 'refused'
      /** Holds no address. */
      readonly reason: string
    }

/** The port to whatever carries mails. */
export interface Mailer {
  /** Never rejects for what the other side does. */
  send(mail: Mail): Promise<MailOutcome>
  close(): void
}
