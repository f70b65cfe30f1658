import type { LoggedNotice } from '../logged-notice.ts'
import type { CallBy } from './create-call-by.ts'
import type { DeliveryLog } from './delivery-log.ts'
import type { QueuedDelivery, WebhookLane, WebhookLanes } from './webhook-lane.ts'

interface Needs {
  readonly lanes: WebhookLanes
  readonly deliveryLog: DeliveryLog
  readonly callBy: CallBy
  readonly now: () => Date
}

/** `again`: also where it was told before. */
export type Enqueue = (endpointId: string, entry: LoggedNotice, again?: boolean) => Promise<void>

/** A lane in which nothing happens for so long is forgotten; whatever comes then begins a new one. */
const KEPT_MILLISECONDS = 30 * 24 * 60 * 60 * 1000

/** Puts a notice into its endpoint's lane, once, in its place. When this resolves, it will be told. */
export function createEnqueue({ lanes, deliveryLog, callBy, now }: Needs): Enqueue {
  return async (endpointId, entry, again = false) => {
    const { firmId, place, notice } = entry
    const id = `${endpointId}/${firmId}/${notice.subject}`
    for (;;) {
      const found = await lanes.get(id)
      const at = now()
      const lane = found?.doc ?? emptyLane({ id, endpointId, firmId })
      const isKnown = isOld(lane, entry)
      if (isKnown && !again) {
        // Whoever put it there may have come no further.
        if (lane.dueAt !== null) await callBy(endpointId, lane.dueAt)
        return
      }
      // The log of deliveries comes first: whoever finds the lane changed need not look whether that was written.
      await deliveryLog.wait(endpointId, entry)
      const queue = withDelivery(lane.queue, { noticeId: notice.id, place, tries: 0 })
      const isFirst = queue[0]?.noticeId !== lane.queue[0]?.noticeId
      const isAtWork = lane.lease !== null
      const next: WebhookLane = {
        ...lane,
        queue,
        ...(!isKnown && {
          lastSequence: notice.sequence,
          lastAt: notice.at > lane.lastAt ? notice.at : lane.lastAt,
        }),
        ...(isFirst && { scheduledAt: null }),
        ...((isFirst || again) && !isAtWork && { dueAt: at.toISOString() }),
        expiresAt: new Date(at.getTime() + KEPT_MILLISECONDS).toISOString(),
      }
      const done = found === undefined ? await lanes.insert(next) : await lanes.replace(next, found.version)
      if (!done) continue
      if (next.dueAt !== null) await callBy(endpointId, next.dueAt)
      return
    }
  }
}

function emptyLane(of: Pick<WebhookLane, 'id' | 'endpointId' | 'firmId'>): WebhookLane {
  return {
    ...of,
    queue: [],
    lastSequence: 0,
    lastAt: '',
    scheduledAt: null,
    dueAt: null,
    lease: null,
    expiresAt: '',
  }
}

/** What was cleared away and arises anew counts from 1 again, but later. */
function isOld({ lastSequence, lastAt }: WebhookLane, { notice }: LoggedNotice): boolean {
  return notice.sequence <= lastSequence && notice.at <= lastAt
}

/** In the order of the log, and each once. */
function withDelivery(queue: readonly QueuedDelivery[], delivery: QueuedDelivery): readonly QueuedDelivery[] {
  if (queue.some(({ noticeId }) => noticeId === delivery.noticeId)) return queue
  return [...queue, delivery].toSorted((a, b) => (a.place < b.place ? -1 : 1))
}
