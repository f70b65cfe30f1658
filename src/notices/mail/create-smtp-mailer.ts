import { createTransport } from 'nodemailer'
import type { Mailer, MailOutcome } from './mailer.ts'
import { messageOf } from './message-of.ts'
import { outcomeOfError } from './outcome-of-error.ts'

interface Needs {
  /** E.g. `smtps://user:password@host:465`. */
  readonly url: string
  readonly from: string
  /** How long the whole of it may take. */
  readonly patienceMilliseconds: number
}

const CONNECTIONS = 4

/** Sends by SMTP, over a few connections that stay open. */
export function createSmtpMailer({ url, from, patienceMilliseconds }: Needs): Mailer {
  const transport = createTransport(
    {
      url,
      pool: true,
      maxConnections: CONNECTIONS,
      // Whether a mail is sent again is decided elsewhere, where it is known what was sent.
      maxRequeues: 0,
      connectionTimeout: patienceMilliseconds / 2,
      greetingTimeout: patienceMilliseconds / 2,
      socketTimeout: patienceMilliseconds,
    },
    {},
  )
  // The same failure comes as the answer to the mail it happened to.
  transport.on('error', () => undefined)

  return {
    async send(mail) {
      let timer: NodeJS.Timeout | undefined
      const late = new Promise<MailOutcome>((resolve) => {
        timer = setTimeout(() => resolve({ outcome: 'unknown', reason: 'timeout' }), patienceMilliseconds)
      })
      const sent = transport
        .sendMail(messageOf(mail, from))
        .then((): MailOutcome => ({ outcome: 'sent' }), outcomeOfError)
      return Promise.race([sent, late]).finally(() => clearTimeout(timer))
    },
    close: () => transport.close(),
  }
}
