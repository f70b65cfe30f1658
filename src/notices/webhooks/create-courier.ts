import type { Versioned } from '../../storage/collection.ts'
import type { Deliver } from './create-deliver.ts'
import type { DeliveryLog } from './delivery-log.ts'
import { holdLane, type HeldLane } from './held-lane.ts'
import type { WebhookEndpoint, WebhookEndpoints } from './webhook-endpoint.ts'
import type { WebhookLane, WebhookLanes } from './webhook-lane.ts'

interface Needs {
  readonly lanes: WebhookLanes
  readonly endpoints: WebhookEndpoints
  readonly deliveryLog: DeliveryLog
  readonly deliver: Deliver
  readonly leaseMilliseconds: number
  readonly newId: () => string
  readonly now: () => Date
  /** Called when a place is free again. */
  readonly onFree: () => void
  readonly onError: (error: unknown) => void
}

export interface Courier {
  /** Begins with what is due, as far as there are places, and answers with how much. */
  take(): Promise<number>
  /** Resolves when nothing is under way. */
  idle(): Promise<void>
}

/** How many calls go on at once: in all, of one endpoint, and of one that fails; nobody who is slow holds up the others. */
const PLACES = 32
const PLACES_OF_ONE = 8
const PLACES_OF_FAILING = 1
const PAGE = 100
/** How long a lane is left that has no place, where it might hide others. */
const PUT_OFF_MILLISECONDS = 2_000
const PUT_OFF_FAILING_MILLISECONDS = 30_000

/** Works off the lanes that are due. Any number may do so at once, in any number of processes. */
export function createCourier(needs: Needs): Courier {
  const { lanes, endpoints, deliveryLog, deliver, leaseMilliseconds, newId, now, onFree, onError } = needs
  const underWay = new Map<Promise<void>, string>()

  const callsOf = (endpointId: string) => [...underWay.values()].filter((id) => id === endpointId).length
  const later = (milliseconds: number) => new Date(now().getTime() + milliseconds).toISOString()

  async function work(held: HeldLane): Promise<void> {
    const renewal = setInterval(() => {
      held.change((lane) => ({ ...lane, dueAt: later(leaseMilliseconds) })).catch(onError)
    }, leaseMilliseconds / 3)
    await deliver(held).finally(() => clearInterval(renewal))
  }

  function begin(held: HeldLane): void {
    const one = work(held)
      .catch(onError)
      .finally(() => {
        underWay.delete(one)
        onFree()
      })
    underWay.set(one, held.endpoint.id)
  }

  /** Nothing of it is told any more. */
  async function drop({ doc, version }: Versioned<WebhookLane>): Promise<void> {
    for (const { noticeId } of doc.queue) await deliveryLog.giveUp(doc.endpointId, noticeId)
    await lanes.replace({ ...doc, queue: [], scheduledAt: null, dueAt: null, lease: null }, version)
  }

  async function putOff({ doc, version }: Versioned<WebhookLane>, dueAt: string): Promise<void> {
    await lanes.replace({ ...doc, dueAt, lease: null }, version)
  }

  /** Answers whether something was done about it. */
  async function look(
    due: Versioned<WebhookLane>,
    endpoint: WebhookEndpoint | undefined,
    isCrowded: boolean,
  ): Promise<boolean> {
    if (endpoint === undefined) return lanes.remove(due.doc.id, due.version)
    const { id, state, failingSince, pausedUntil } = endpoint
    if (state === 'disabled') {
      await drop(due)
      return true
    }
    if (pausedUntil !== null && pausedUntil > now().toISOString()) {
      await putOff(due, pausedUntil)
      return true
    }
    const isFailing = failingSince !== null
    if (callsOf(id) >= (isFailing ? PLACES_OF_FAILING : PLACES_OF_ONE)) {
      if (!isCrowded) return false
      await putOff(due, later(isFailing ? PUT_OFF_FAILING_MILLISECONDS : PUT_OFF_MILLISECONDS))
      return true
    }
    const claim = { endpoint, token: newId(), until: later(leaseMilliseconds) }
    const held = await holdLane(lanes, due, claim)
    if (held === undefined) return false
    begin(held)
    return true
  }

  return {
    async take() {
      if (underWay.size >= PLACES) return 0
      const page = await lanes.page({ index: 'due', until: now().toISOString(), limit: PAGE })
      const known = new Map<string, WebhookEndpoint | undefined>()
      let count = 0
      for (const due of page) {
        if (underWay.size >= PLACES) break
        const { endpointId } = due.doc
        if (!known.has(endpointId)) known.set(endpointId, (await endpoints.get(endpointId))?.doc)
        if (await look(due, known.get(endpointId), page.length === PAGE)) count += 1
      }
      return count
    },
    async idle() {
      while (underWay.size > 0) await Promise.all(underWay.keys())
    },
  }
}
