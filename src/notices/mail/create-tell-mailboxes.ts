import type { Firm } from '../../domain/firm.ts'
import type { Told } from '../../firms/members.ts'
import type { LoggedNotice } from '../logged-notice.ts'
import type { NoticeLog } from '../notice-log.ts'
import { DAILY_HOUR } from './daily-hour.ts'
import { earliest } from './earliest.ts'
import { mailboxId } from './mailbox-id.ts'
import type { Mailbox, Mailboxes } from './mailbox.ts'
import { newsDue } from './news-due.ts'
import { zonedClock } from './zoned-clock.ts'

interface Needs {
  readonly mailboxes: Mailboxes
  readonly log: NoticeLog
  readonly firmOf: (firmId: string) => Promise<Firm | undefined>
  /** Everybody of a firm who is told by mail. */
  readonly toldOf: (firmId: string) => Promise<readonly Told[]>
  readonly newReference: () => string
  readonly now: () => Date
}

/** Sees to it that everybody who is to be told of a notice has a mail due. Telling it again changes nothing. */
export function createTellMailboxes(needs: Needs) {
  const { mailboxes, log, firmOf, toldOf, newReference, now } = needs

  /** What was logged before somebody was to be told is not for them. */
  async function lastPlaceBefore(firmId: string, since: string | null): Promise<number> {
    if (since === null) return 0
    const [first] = await log.since(firmId, since, 1)
    return first === undefined ? log.lastPlace(firmId) : Number(first.place) - 1
  }

  async function newMailbox(firmId: string, { member, since }: Told): Promise<Mailbox> {
    return {
      id: mailboxId(firmId, member.id),
      firmId,
      memberId: member.id,
      toldUntil: await lastPlaceBefore(firmId, since),
      dueAt: null,
      newsAt: null,
      reminderAt: null,
      lastSentAt: null,
      sending: null,
      lease: null,
      delays: 0,
      refusals: 0,
      reference: newReference(),
      askedAt: null,
    }
  }

  async function tellOne(firm: Firm, told: Told, { place, notice }: LoggedNotice): Promise<void> {
    const { member } = told
    const { timeZone } = firm
    for (;;) {
      const found = await mailboxes.get(mailboxId(firm.id, member.id))
      const mailbox = found?.doc ?? (await newMailbox(firm.id, told))
      if (Number(place) <= mailbox.toldUntil) return
      const { lastSentAt, lease, delays } = mailbox
      const due = newsDue({ frequency: member.notices, at: notice.at, lastSentAt, timeZone })
      const newsAt = earliest(mailbox.newsAt, due)
      const reminderAt = mailbox.reminderAt ?? zonedClock(timeZone).nextDaily(now(), DAILY_HOUR).toISOString()
      // Whoever is at it, or waits for the mail server, looks again by themselves.
      const isLeftAlone = lease !== null || delays > 0
      const dueAt = isLeftAlone ? mailbox.dueAt : earliest(mailbox.dueAt, newsAt, reminderAt)
      if (newsAt === mailbox.newsAt && dueAt === mailbox.dueAt && reminderAt === mailbox.reminderAt) return
      const after = { ...mailbox, newsAt, reminderAt, dueAt }
      const done =
        found === undefined ? await mailboxes.insert(after) : await mailboxes.replace(after, found.version)
      if (done) return
    }
  }

  return async (entry: LoggedNotice): Promise<void> => {
    const firm = await firmOf(entry.firmId)
    if (firm === undefined) return
    for (const told of await toldOf(firm.id)) await tellOne(firm, told, entry)
  }
}
