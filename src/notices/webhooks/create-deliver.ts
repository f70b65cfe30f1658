import type { LoggedNotice } from '../logged-notice.ts'
import type { NoticeLog } from '../notice-log.ts'
import { presentNotice } from '../present-notice.ts'
import type { CallBy } from './create-call-by.ts'
import type { NoteAttempt } from './create-note-attempt.ts'
import type { SendWebhook, SentWebhook } from './create-send-webhook.ts'
import type { DeliveryLog } from './delivery-log.ts'
import type { HeldLane } from './held-lane.ts'
import { isDelivered } from './is-delivered.ts'
import { retryDelay } from './retry-delay.ts'
import type { QueuedDelivery, WebhookLane } from './webhook-lane.ts'

interface Needs {
  readonly log: NoticeLog
  readonly deliveryLog: DeliveryLog
  readonly send: SendWebhook
  readonly note: NoteAttempt
  readonly callBy: CallBy
  readonly now: () => Date
  readonly random: () => number
}

export type Deliver = (held: HeldLane) => Promise<void>

/**
 * Tells an endpoint what stands first in a lane, and moves the lane on. A crash between the answer and that lets it be told
 * once more, under the same id.
 */
export function createDeliver({ log, deliveryLog, send, note, callBy, now, random }: Needs): Deliver {
  return async (held) => {
    const { lane, endpoint } = held
    const [first] = lane.queue
    const entry = first && (await log.read(lane.firmId, first.place))
    if (first === undefined || entry?.notice.id !== first.noticeId) {
      // It is kept no longer.
      if (first !== undefined) await deliveryLog.giveUp(endpoint.id, first.noticeId)
      await moveOn(held, (known) => without(known, first, now()))
      return
    }
    const counts = lane.scheduledAt === null || lane.scheduledAt <= now().toISOString()
    const sent = await send(endpoint, presentNotice(entry.notice))
    await settle(held, { first, entry, counts, sent })
    await note(endpoint.id, sent)
  }

  /** Frees the lane, for whoever looks at it next. */
  async function moveOn({ endpoint, change }: HeldLane, next: (lane: WebhookLane) => WebhookLane) {
    const { dueAt = null } = (await change(next)) ?? {}
    if (dueAt !== null) await callBy(endpoint.id, dueAt)
  }

  async function settle(held: HeldLane, { first, entry, counts, sent }: Tried): Promise<void> {
    const { lane, endpoint } = held
    const { attempt, pauseMilliseconds = 0 } = sent
    const at = now()
    const tries = first.tries + (counts ? 1 : 0)
    const delay = counts ? retryDelay(tries, random()) : remaining(lane, at)
    if (isDelivered(attempt) || delay === undefined) {
      const state = isDelivered(attempt) ? 'delivered' : 'failed'
      await deliveryLog.attempted(endpoint.id, entry, { attempt, state })
      await moveOn(held, (known) => without(known, first, at))
      return
    }
    await deliveryLog.attempted(endpoint.id, entry, { attempt, state: 'waiting' })
    const dueAt = new Date(at.getTime() + Math.max(delay, pauseMilliseconds)).toISOString()
    await moveOn(held, (known) => ({
      ...known,
      queue: known.queue.map((one) => (one.noticeId === first.noticeId ? { ...one, tries } : one)),
      lease: null,
      // What came before it meanwhile is told at once.
      ...(known.queue[0]?.noticeId === first.noticeId
        ? { scheduledAt: dueAt, dueAt }
        : { scheduledAt: null, dueAt: at.toISOString() }),
    }))
  }
}

interface Tried {
  readonly first: QueuedDelivery
  readonly entry: LoggedNotice
  /** Whether it is one of the tries of the schedule. */
  readonly counts: boolean
  readonly sent: SentWebhook
}

/** Until the next try of the schedule. */
function remaining({ scheduledAt }: WebhookLane, at: Date): number {
  return scheduledAt === null ? 0 : Math.max(0, Date.parse(scheduledAt) - at.getTime())
}

/** The lane, free, without this one. */
function without(lane: WebhookLane, over: QueuedDelivery | undefined, at: Date): WebhookLane {
  const queue = lane.queue.filter(({ noticeId }) => noticeId !== over?.noticeId)
  const dueAt = queue.length === 0 ? null : at.toISOString()
  return { ...lane, queue, lease: null, scheduledAt: null, dueAt }
}
