import type { Versioned } from '../../storage/collection.ts'
import type { CallBy } from './create-call-by.ts'
import type { Deliver } from './create-deliver.ts'
import type { DeliveryLog } from './delivery-log.ts'
import { holdLane, type HeldLane } from './held-lane.ts'
import type { WebhookEndpoint, WebhookEndpoints } from './webhook-endpoint.ts'
import type { WebhookLanes } from './webhook-lane.ts'

interface Needs {
  readonly lanes: WebhookLanes
  readonly endpoints: WebhookEndpoints
  readonly deliveryLog: DeliveryLog
  readonly deliver: Deliver
  readonly callBy: CallBy
  readonly leaseMilliseconds: number
  readonly newId: () => string
  readonly now: () => Date
  /** Called when a place is free again. */
  readonly onFree: () => void
  readonly onError: (error: unknown) => void
}

export interface Courier {
  /** Begins with what is due, as far as there are places, and answers with how much. */
  readonly take: () => Promise<number>
  /** Resolves when nothing is under way. */
  readonly idle: () => Promise<void>
}

/** How many calls go on at once: in all, of one endpoint, and of one that fails; nobody who is slow holds up the others. */
const PLACES = 32
const PLACES_OF_ONE = 8
const PLACES_OF_FAILING = 1
const PAGE = 50
/** How long an endpoint is left that has no place, where it might hide others. */
const PUT_OFF_MILLISECONDS = 1_000

/** Calls the endpoints that are due. Any number may do so at once, in any number of processes. */
export function createCourier(needs: Needs): Courier {
  const { lanes, endpoints, deliveryLog, deliver, callBy, leaseMilliseconds, newId, now } = needs
  const { onFree, onError } = needs
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

  /** Answers how many there were; nothing of them is told any more. */
  async function dropLanes(endpointId: string): Promise<number> {
    const page = await lanes.page({ index: 'endpointDue', equals: { endpointId }, limit: PAGE })
    for (const { doc, version } of page) {
      for (const { noticeId } of doc.queue) await deliveryLog.giveUp(endpointId, noticeId)
      await lanes.replace({ ...doc, queue: [], scheduledAt: null, dueAt: null, lease: null }, version)
    }
    return page.length
  }

  async function nextDue(endpointId: string): Promise<string | null> {
    const [next] = await lanes.page({ index: 'endpointDue', equals: { endpointId }, limit: 1 })
    return next?.doc.dueAt ?? null
  }

  /** Leaves it until its next lane is due. */
  async function rest({ doc, version }: Versioned<WebhookEndpoint>): Promise<void> {
    if (!(await endpoints.replace({ ...doc, callsDueAt: await nextDue(doc.id) }, version))) return
    // What came in between saw that it would be looked at; so it is.
    const next = await nextDue(doc.id)
    if (next !== null) await callBy(doc.id, next)
  }

  async function callLanes(endpoint: WebhookEndpoint, places: number): Promise<number> {
    const range = { until: now().toISOString(), limit: places }
    let count = 0
    for (const due of await lanes.page({
      index: 'endpointDue',
      equals: { endpointId: endpoint.id },
      ...range,
    })) {
      const claim = { endpoint, token: newId(), until: later(leaseMilliseconds) }
      const held = await holdLane(lanes, due, claim)
      if (held === undefined) continue
      begin(held)
      count += 1
    }
    return count
  }

  /** Answers how much was done about it. */
  async function visit(due: Versioned<WebhookEndpoint>, isCrowded: boolean): Promise<number> {
    const { id, state, failingSince, pausedUntil } = due.doc
    const calls = callsOf(id)
    if (state === 'disabled') {
      const dropped = await dropLanes(id)
      if (dropped === 0) await rest(due)
      return dropped
    }
    const isPaused = pausedUntil !== null && pausedUntil > now().toISOString()
    const most = failingSince === null ? PLACES_OF_ONE : PLACES_OF_FAILING
    if (isPaused || calls >= most) {
      const callsDueAt = isPaused ? pausedUntil : later(PUT_OFF_MILLISECONDS)
      if (isPaused || isCrowded) await endpoints.replace({ ...due.doc, callsDueAt }, due.version)
      return 0
    }
    const begun = await callLanes(due.doc, Math.min(most - calls, PLACES - underWay.size))
    // While anything of it is under way here, it is looked at again anyway.
    if (begun === 0 && calls === 0) await rest(due)
    return begun
  }

  return {
    take: async () => {
      if (underWay.size >= PLACES) return 0
      const page = await endpoints.page({ index: 'callsDue', until: now().toISOString(), limit: PAGE })
      let count = 0
      for (const due of page) {
        if (underWay.size >= PLACES) break
        count += await visit(due, page.length === PAGE)
      }
      return count
    },
    idle: async () => {
      while (underWay.size > 0) await Promise.all(underWay.keys())
    },
  }
}
