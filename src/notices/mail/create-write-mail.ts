import type { Guides } from '../../domain/guide.ts'
import type { Language } from '../../domain/language.ts'
import { cleanLine } from './clean-line.ts'
import type { Addressee } from './create-send-mails.ts'
import { languageOfMails } from './language-of-mails.ts'
import type { MailContent } from './mail-content.ts'
import { mailHtml } from './mail-html.tsx'
import { mailText } from './mail-text.ts'
import type { Mail } from './mailer.ts'
import { tellMail } from './tell-mail.ts'

interface Needs {
  readonly titleOf: Guides['title']
  readonly publicUrl: string
}

/** Writes what is to be told as a mail to one member. */
export function createWriteMail({ titleOf, publicUrl }: Needs) {
  return (
    content: MailContent,
    { firm, told: { member }, reference }: Addressee,
  ): Omit<Mail, 'messageId'> => {
    const language: Language = languageOfMails(member, firm)
    const path = [firm.id, member.id, reference].map(encodeURIComponent).join('/')
    const address = `${publicUrl}/portal/mails/${path}?lang=${language}`
    const told = tellMail(content, { firm, member, language, titleOf, address })
    return {
      firmId: firm.id,
      to: { name: cleanLine(member.name), address: member.email },
      subject: told.subject,
      text: mailText(told),
      html: mailHtml(told),
      language,
    }
  }
}
