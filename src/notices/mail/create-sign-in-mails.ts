import { timingSafeEqual } from 'node:crypto'
import type { Firm } from '../../domain/firm.ts'
import type { Language } from '../../domain/language.ts'
import type { Recipient } from '../../domain/recipient.ts'
import type { Told } from '../../firms/members.ts'
import { translate } from '../../messages/translate.ts'
import { cleanLine } from './clean-line.ts'
import { mailboxId } from './mailbox-id.ts'
import type { Mailboxes } from './mailbox.ts'
import { mailHtml } from './mail-html.tsx'
import { mailText } from './mail-text.ts'
import type { Mail, Mailer, MailOutcome } from './mailer.ts'
import type { ToldMail } from './told-mail.ts'

interface Needs {
  readonly mailboxes: Mailboxes
  readonly firmOf: (firmId: string) => Promise<Firm | undefined>
  readonly toldMember: (firmId: string, memberId: string) => Promise<Told | undefined>
  /** Makes a link that signs a member in once, for so long. */
  readonly createLink: (
    signIn: { readonly firmId: string; readonly memberId: string; readonly language: Language },
    milliseconds: number,
  ) => Promise<{ readonly token: string }>
  readonly mailer: Mailer
  readonly publicUrl: string
  readonly newMessageId: () => string
  readonly now: () => Date
}

/** Where the link of a mail leads. */
export interface MailLink {
  readonly firmId: string
  readonly memberId: string
  readonly reference: string
}

const LINK_MILLISECONDS = 15 * 60_000
/** How soon another can be asked for. */
const APART_MILLISECONDS = 60_000

/**
 * Sign-in links for whoever has got a mail. Mails are forwarded and kept for years, so the links in them sign nobody in: they
 * only have a short-lived one sent to the address that the member has by now.
 */
export function createSignInMails(needs: Needs) {
  const { mailboxes, firmOf, toldMember, createLink, mailer, publicUrl, newMessageId, now } = needs

  async function find({ firmId, memberId, reference }: MailLink) {
    const mailbox = await mailboxes.get(mailboxId(firmId, memberId))
    const told = await toldMember(firmId, memberId)
    const firm = await firmOf(firmId)
    if (mailbox === undefined || told === undefined || firm === undefined) return undefined
    return isSame(mailbox.doc.reference, reference) ? { mailbox, member: told.member, firm } : undefined
  }

  return {
    /** Whose link it is; undefined: nobody's any more. */
    async look(link: MailLink): Promise<Recipient | undefined> {
      return (await find(link))?.member
    },

    /** Mails a link that signs in; undefined: nobody, since one is on its way, or the link is nobody's. */
    async send(link: MailLink, language: Language): Promise<MailOutcome | undefined> {
      const found = await find(link)
      if (found === undefined) return undefined
      const { mailbox, member, firm } = found
      const at = now()
      const { askedAt } = mailbox.doc
      if (askedAt !== null && at.getTime() - Date.parse(askedAt) < APART_MILLISECONDS) return undefined
      if (!(await mailboxes.replace({ ...mailbox.doc, askedAt: at.toISOString() }, mailbox.version))) {
        return undefined
      }
      const signIn = { firmId: firm.id, memberId: member.id, language }
      const { token } = await createLink(signIn, LINK_MILLISECONDS)
      const mail = signInMail({ firm, member, language, address: `${publicUrl}/portal/${token}` })
      return mailer.send({ ...mail, messageId: newMessageId() })
    },
  }
}

export type SignInMails = ReturnType<typeof createSignInMails>

interface Given {
  readonly firm: Firm
  readonly member: Recipient
  readonly language: Language
  readonly address: string
}

function signInMail({ firm, member, language, address }: Given): Omit<Mail, 'messageId'> {
  const say = translate(language)
  const name = cleanLine(firm.name)
  const told: ToldMail = {
    language,
    subject: say('signInMail.subject', { firm: name }),
    title: say('signInMail.title'),
    lead: say('signInMail.lead', { firm: name }),
    sections: [],
    link: { label: say('signInMail.link'), address, means: say('signInMail.means') },
    footer: [say('signInMail.why')],
  }
  return {
    firmId: firm.id,
    to: { name: cleanLine(member.name), address: member.email },
    subject: told.subject,
    text: mailText(told),
    html: mailHtml(told),
    language,
  }
}

function isSame(one: string, other: string): boolean {
  const [a, b] = [Buffer.from(one), Buffer.from(other)]
  return a.length === b.length && timingSafeEqual(a, b)
}
