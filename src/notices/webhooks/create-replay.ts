import type { LoggedNotice } from '../logged-notice.ts'
import type { NoticeLog } from '../notice-log.ts'
import type { Enqueue } from './create-enqueue.ts'
import type { DeliveryLog } from './delivery-log.ts'
import { isWanted } from './is-wanted.ts'
import type { WebhookDelivery } from './webhook-delivery.ts'
import type { WebhookEndpoint } from './webhook-endpoint.ts'

interface Needs {
  readonly log: NoticeLog
  readonly deliveryLog: DeliveryLog
  readonly enqueue: Enqueue
  /** The ids of all firms after this one, in their order. */
  readonly firmsAfter: (firmId: string | undefined, limit: number) => Promise<readonly string[]>
  /** Something is due. */
  readonly wake: () => void
}

/** Up to where it was replayed. */
export interface ReplayPosition {
  readonly firmId: string
  /** In the firm's log; 0: before the first. */
  readonly place: number
}

export interface Replayed {
  /** How many will be told again. */
  readonly count: number
  /** From where to go on; undefined: that was all. */
  readonly next: ReplayPosition | undefined
}

/** How much one call replays. */
const MOST_NOTICES = 1_000
const MOST_FIRMS = 1_000

/** Tells endpoints again what is kept, whether or not it reached them. */
export function createReplay({ log, deliveryLog, enqueue, firmsAfter, wake }: Needs) {
  /** What a firm's log has since then, after a place. */
  async function entriesSince(
    { firmId, place }: ReplayPosition,
    since: string,
    limit: number,
  ): Promise<readonly LoggedNotice[]> {
    if (place > 0) return log.after(firmId, place, limit)
    const [first] = await log.since(firmId, since, 1)
    return first === undefined ? [] : log.after(firmId, Number(first.place) - 1, limit)
  }

  return {
    /** Undefined: it was never to be told to this endpoint, or is not kept any more. */
    async one(endpoint: WebhookEndpoint, noticeId: string): Promise<WebhookDelivery | undefined> {
      const delivery = await deliveryLog.get(endpoint.id, noticeId)
      const entry = delivery && (await log.find(delivery.firmId, noticeId))
      if (entry === undefined) return undefined
      await enqueue(endpoint.id, entry, true)
      wake()
      return deliveryLog.get(endpoint.id, noticeId)
    },

    /** Everything since a time that the endpoint wants; for the host's own, of all firms. */
    async since(
      endpoint: WebhookEndpoint,
      since: string,
      from: ReplayPosition | undefined,
    ): Promise<Replayed> {
      let at = from
      let count = 0
      let looked = 0
      for (let firms = 0; firms < MOST_FIRMS; firms += 1) {
        at ??= await firstOf(endpoint)
        if (at === undefined) break
        const entries = await entriesSince(at, since, MOST_NOTICES - looked)
        for (const entry of entries) {
          if (!isWanted(endpoint, entry.notice.type)) continue
          await enqueue(endpoint.id, entry, true)
          count += 1
        }
        looked += entries.length
        const last = entries.at(-1)
        if (looked >= MOST_NOTICES && last !== undefined) {
          wake()
          return { count, next: { firmId: at.firmId, place: Number(last.place) } }
        }
        at = await firmAfter(endpoint, at.firmId)
        if (at === undefined) break
      }
      wake()
      return { count, next: at }
    },
  }

  async function firstOf({ firmId }: WebhookEndpoint): Promise<ReplayPosition | undefined> {
    const [first] = firmId === null ? await firmsAfter(undefined, 1) : [firmId]
    return first === undefined ? undefined : { firmId: first, place: 0 }
  }

  async function firmAfter({ firmId }: WebhookEndpoint, former: string): Promise<ReplayPosition | undefined> {
    const [next] = firmId === null ? await firmsAfter(former, 1) : []
    return next === undefined ? undefined : { firmId: next, place: 0 }
  }
}

export type Replay = ReturnType<typeof createReplay>
