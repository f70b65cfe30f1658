import type { Firm } from '../../domain/firm.ts'
import type { Told } from '../../firms/members.ts'
import type { NoticeLog } from '../notice-log.ts'
import type { Compose, Composed } from './create-compose.ts'
import { DAILY_HOUR } from './daily-hour.ts'
import { earliest } from './earliest.ts'
import type { MailContent } from './mail-content.ts'
import { mailBackOff } from './mail-back-off.ts'
import type { Mailbox, Mailboxes, Sending } from './mailbox.ts'
import type { Mail, Mailer, MailOutcome } from './mailer.ts'
import { newsDue } from './news-due.ts'
import { zonedClock } from './zoned-clock.ts'

interface Needs {
  readonly mailboxes: Mailboxes
  readonly log: NoticeLog
  readonly firmOf: (firmId: string) => Promise<Firm | undefined>
  /** Undefined: no such member is told by mail. */
  readonly toldMember: (firmId: string, memberId: string) => Promise<Told | undefined>
  readonly compose: Compose
  readonly write: (content: MailContent, to: Addressee) => Omit<Mail, 'messageId'>
  readonly mailer: Mailer
  readonly newMessageId: () => string
  readonly newId: () => string
  /** Longer than a mail can take. */
  readonly leaseMilliseconds: number
  readonly now: () => Date
  readonly onError: (error: unknown) => void
  /** Told of a mail that nobody takes, and of one that waits; without its address. */
  readonly onNotSent: (event: {
    readonly firmId: string
    readonly memberId: string
    readonly outcome: 'given-up' | 'put-off'
    readonly reason: string
  }) => void
}

export interface Addressee {
  readonly firm: Firm
  readonly told: Told
  readonly reference: string
}

/** How many mails are on their way at once. */
const PLACES = 4
/** So often a mail is offered to an address that does not take it. */
const MOST_REFUSALS = 5

/**
 * Sends the mails that are due. Any number may do so at once and be stopped anywhere: a mail whose end nobody knows is sent
 * again under the same name, at most once. Answers how many mailboxes were seen to.
 */
export function createSendMails(needs: Needs): () => Promise<number> {
  const { mailboxes, log, firmOf, toldMember, compose, write, mailer } = needs
  const { newMessageId, newId, leaseMilliseconds, now, onError, onNotSent } = needs

  /** Takes what is due. From then on whatever is told beside it is news again. */
  async function claim(): Promise<readonly Mailbox[]> {
    const at = now()
    const due = await mailboxes.page({ index: 'due', until: at.toISOString(), limit: PLACES })
    const until = new Date(at.getTime() + leaseMilliseconds).toISOString()
    const claimed: Mailbox[] = []
    for (const { doc, version } of due) {
      const taken: Mailbox = { ...doc, newsAt: null, lease: { token: newId(), until }, dueAt: until }
      if (await mailboxes.replace(taken, version)) claimed.push(taken)
    }
    return claimed
  }

  /** False: it is no longer ours. */
  async function change(
    { id, lease }: Mailbox,
    next: (mailbox: Mailbox) => Mailbox | undefined,
  ): Promise<boolean> {
    for (;;) {
      const found = await mailboxes.get(id)
      if (found === undefined || found.doc.lease?.token !== lease?.token) return false
      const after = next(found.doc)
      const done =
        after === undefined
          ? await mailboxes.remove(id, found.version)
          : await mailboxes.replace(after, found.version)
      if (done) return true
    }
  }

  /** Lets go of it: it was told up to there, by a mail or because there was nothing to say. */
  async function settle(
    mailbox: Mailbox,
    { firm, told }: Addressee,
    { until, open }: Composed,
    sentAt: string | null,
  ): Promise<void> {
    const isMore = (await log.lastPlace(firm.id)) > until
    await change(mailbox, (known) => {
      const at = now()
      const lastSentAt = sentAt ?? known.lastSentAt
      const next = zonedClock(firm.timeZone).nextDaily(at, DAILY_HOUR).toISOString()
      const isNews = known.newsAt !== null || isMore
      const { notices: frequency } = told.member
      const news = { frequency, at: at.toISOString(), lastSentAt, timeZone: firm.timeZone }
      // What was told meanwhile comes when it was to come, but not on the heels of this mail.
      const again = sentAt === null ? (known.newsAt ?? newsDue(news)) : newsDue(news)
      const newsAt = isNews ? again : null
      const isReminded = known.reminderAt !== null && known.reminderAt <= at.toISOString()
      const reminderAt = open === 0 && !isNews ? null : isReminded ? next : (known.reminderAt ?? next)
      return {
        ...known,
        toldUntil: Math.max(known.toldUntil, until),
        newsAt,
        reminderAt,
        dueAt: earliest(newsAt, reminderAt),
        lastSentAt,
        sending: null,
        lease: null,
        delays: 0,
        refusals: 0,
      }
    })
  }

  async function putOff(mailbox: Mailbox, isUnsure: boolean, refusals: number): Promise<void> {
    await change(mailbox, (known) => ({
      ...known,
      dueAt: new Date(now().getTime() + mailBackOff(known.delays)).toISOString(),
      // What was surely not sent is written anew, with all there is by then.
      sending: isUnsure ? known.sending : null,
      lease: null,
      delays: known.delays + 1,
      refusals,
    }))
  }

  async function conclude(
    mailbox: Mailbox,
    to: Addressee,
    composed: Composed,
    result: MailOutcome,
  ): Promise<void> {
    if (result.outcome === 'sent') return settle(mailbox, to, composed, now().toISOString())
    const { firmId, memberId } = mailbox
    const refusals = mailbox.refusals + (result.outcome === 'refused' ? 1 : 0)
    const isGivenUp = refusals >= MOST_REFUSALS
    const outcome = isGivenUp ? 'given-up' : 'put-off'
    onNotSent({ firmId, memberId, outcome, reason: result.reason })
    if (isGivenUp) return settle(mailbox, to, composed, null)
    await putOff(mailbox, mailbox.sending !== null || result.outcome === 'unknown', refusals)
  }

  async function seeTo(mailbox: Mailbox): Promise<void> {
    const { firmId, memberId, toldUntil, reminderAt, reference } = mailbox
    const firm = await firmOf(firmId)
    const told = await toldMember(firmId, memberId)
    if (firm === undefined || told === undefined) {
      await change(mailbox, () => undefined)
      return
    }
    const to: Addressee = { firm, told, reference }
    const composed = await compose({
      firmId,
      after: toldUntil,
      until: mailbox.sending?.until,
      since: told.since,
      remind: reminderAt !== null && reminderAt <= now().toISOString(),
    })
    if (composed.content === null) return settle(mailbox, to, composed, null)
    const sending: Sending = mailbox.sending ?? { messageId: newMessageId(), until: composed.until }
    // Kept before it is sent, so that whoever goes on after a crash sends the same mail.
    if (!(await change(mailbox, (known) => ({ ...known, sending })))) return
    const mail = { ...write(composed.content, to), messageId: sending.messageId }
    await conclude(mailbox, to, composed, await mailer.send(mail))
  }

  return async () => {
    const claimed = await claim()
    // One that fails comes up again when its lease is over, and holds up no other.
    await Promise.all(claimed.map((mailbox) => seeTo(mailbox).catch(onError)))
    return claimed.length
  }
}
