import { randomBytes, randomUUID } from 'node:crypto'
import path from 'node:path'
import type { Logger } from 'pino'
import type { Config } from '../config/config.ts'
import type { Guides } from '../domain/guide.ts'
import type { NoticeListener } from '../notices/create-relay.ts'
import { createCompose } from '../notices/mail/create-compose.ts'
import { createFileMailer } from '../notices/mail/create-file-mailer.ts'
import { createReadStale } from '../notices/mail/create-read-stale.ts'
import { createSendMails } from '../notices/mail/create-send-mails.ts'
import { createSignInMails, type SignInMails } from '../notices/mail/create-sign-in-mails.ts'
import { createSmtpMailer } from '../notices/mail/create-smtp-mailer.ts'
import { createTellMailboxes } from '../notices/mail/create-tell-mailboxes.ts'
import { createWriteMail } from '../notices/mail/create-write-mail.ts'
import type { Stores } from './create-stores.ts'

interface Needs {
  readonly config: Pick<Config, 'smtpUrl' | 'mailFrom' | 'dataDir'>
  /** Where the links of mails lead. */
  readonly publicUrl: string
  readonly stores: Stores
  readonly guides: Guides
  readonly now: () => Date
  readonly log: Pick<Logger, 'error' | 'warn'>
}

export interface MailServices {
  /** Sees to it that somebody is mailed. */
  readonly tell: NoticeListener
  /** Sends what is due, and answers how much that was. */
  readonly sendDue: () => Promise<number>
  readonly signInMails: SignInMails
  readonly close: () => void
}

/** How long a mail server may take for one mail; the lease on a mailbox is longer. */
const PATIENCE_MILLISECONDS = 45_000
const LEASE_MILLISECONDS = 120_000

/** The mails' side of the wiring. */
export function connectMail({ config, publicUrl, stores, guides, now, log }: Needs): MailServices {
  const { collections, noticeLog, store, issues, firms, members, portal } = stores
  const { smtpUrl, mailFrom: from, dataDir } = config
  const { mailboxes, connections } = collections
  const mailer =
    smtpUrl === undefined
      ? createFileMailer({ folder: path.join(dataDir, 'outbox'), from })
      : createSmtpMailer({ url: smtpUrl, from, patienceMilliseconds: PATIENCE_MILLISECONDS })
  const domain = /@([^<>@\s]+)/u.exec(from)?.[1] ?? 'localhost'
  const newMessageId = () => `<${randomUUID()}@${domain}>`
  const firmOf = async (firmId: string) => (await firms.get(firmId))?.doc
  const toldMember: typeof members.toldMember = (firmId, memberId) => members.toldMember(firmId, memberId)
  return {
    tell: createTellMailboxes({
      mailboxes,
      log: noticeLog,
      firmOf,
      toldOf: (firmId) => members.told(firmId),
      newReference: () => randomBytes(16).toString('base64url'),
      now,
    }),
    sendDue: createSendMails({
      mailboxes,
      log: noticeLog,
      firmOf,
      toldMember,
      compose: createCompose({
        log: noticeLog,
        issueOf: async (firmId, issueId) => (await store.get(firmId, issueId))?.doc,
        actionOf: (issue, actionId) => store.action(issue, actionId),
        staleOf: createReadStale(collections.issues),
        countOpen: async (firmId) => (await issues.summarize(firmId)).open,
        nameOf: async (firmId, memberId) => (await members.get(firmId, memberId))?.name,
        connectionOf: async (firmId) => (await connections.get(firmId))?.doc,
        now,
      }),
      write: createWriteMail({ titleOf: (slug, language) => guides.title(slug, language), publicUrl }),
      mailer,
      newMessageId,
      newId: randomUUID,
      leaseMilliseconds: LEASE_MILLISECONDS,
      now,
      onError: (error) => log.error({ err: error }, 'a mail failed; it is tried again'),
      onNotSent: (event) => log.warn(event, 'a mail was not sent'),
    }),
    signInMails: createSignInMails({
      mailboxes,
      firmOf,
      toldMember,
      createLink: (signIn, milliseconds) => portal.createLink(signIn, milliseconds),
      mailer,
      publicUrl,
      newMessageId,
      now,
    }),
    close: () => mailer.close(),
  }
}
