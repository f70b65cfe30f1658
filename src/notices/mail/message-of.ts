import type { SendMailOptions } from 'nodemailer'
import type { Mail } from './mailer.ts'

/** A mail as it is sent. */
export function messageOf({ to, messageId, firmId, subject, text, html, language }: Mail, from: string) {
  return {
    from,
    to: { name: to.name, address: to.address },
    subject,
    text,
    html,
    messageId,
    headers: {
      // No out-of-office reply is wanted.
      'Auto-Submitted': 'auto-generated',
      'X-Auto-Response-Suppress': 'All',
      'Content-Language': language === 'fr' ? 'fr-CA' : 'en',
      'X-SyncDoctor-Firm': firmId,
    },
    disableFileAccess: true,
    disableUrlAccess: true,
  } satisfies SendMailOptions
}
