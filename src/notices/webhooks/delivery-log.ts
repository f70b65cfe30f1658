import type { Position } from '../../storage/collection.ts'
import type { LoggedNotice } from '../logged-notice.ts'
import type { DeliveryState, WebhookAttempt, WebhookDeliveries, WebhookDelivery } from './webhook-delivery.ts'

interface Needs {
  readonly deliveries: WebhookDeliveries
  readonly now: () => Date
}

/** As long as the notices themselves. */
const KEPT_MILLISECONDS = 30 * 24 * 60 * 60 * 1000
const MOST_ATTEMPTS = 20

/** What became of telling endpoints notices, for whoever asks later. */
export function createDeliveryLog({ deliveries, now }: Needs) {
  const idOf = (endpointId: string, noticeId: string) => `${endpointId}/${noticeId}`

  function newDelivery(endpointId: string, { notice, firmId }: LoggedNotice): WebhookDelivery {
    const at = now()
    const { id: noticeId, type, subject, sequence } = notice
    return {
      id: idOf(endpointId, noticeId),
      endpointId,
      firmId,
      noticeId,
      type,
      subject,
      sequence,
      state: 'waiting',
      attempts: [],
      createdAt: at.toISOString(),
      expiresAt: new Date(at.getTime() + KEPT_MILLISECONDS).toISOString(),
    }
  }

  async function change(
    delivery: WebhookDelivery,
    next: (known: WebhookDelivery) => WebhookDelivery,
  ): Promise<void> {
    for (;;) {
      const known = await deliveries.get(delivery.id)
      const done =
        known === undefined
          ? await deliveries.insert(next(delivery))
          : await deliveries.replace(next(known.doc), known.version)
      if (done) return
    }
  }

  return {
    /** It is to be told, or to be told again. */
    async wait(endpointId: string, entry: LoggedNotice): Promise<void> {
      const delivery = newDelivery(endpointId, entry)
      if (await deliveries.insert(delivery)) return
      await change(delivery, (known) => ({ ...known, state: 'waiting' }))
    },

    async attempted(
      endpointId: string,
      entry: LoggedNotice,
      { attempt, state }: { readonly attempt: WebhookAttempt; readonly state: DeliveryState },
    ): Promise<void> {
      await change(newDelivery(endpointId, entry), (known) => ({
        ...known,
        state,
        attempts: [...known.attempts, attempt].slice(-MOST_ATTEMPTS),
      }))
    },

    /** It will not be told any more. */
    async giveUp(endpointId: string, noticeId: string): Promise<void> {
      for (;;) {
        const known = await deliveries.get(idOf(endpointId, noticeId))
        if (known?.doc.state !== 'waiting') return
        if (await deliveries.replace({ ...known.doc, state: 'failed' }, known.version)) return
      }
    },

    get: async (endpointId: string, noticeId: string): Promise<WebhookDelivery | undefined> =>
      (await deliveries.get(idOf(endpointId, noticeId)))?.doc,

    /** The newest first. */
    async list(endpointId: string, { state, after, limit }: ListWish): Promise<readonly WebhookDelivery[]> {
      const range = { descending: true, after, limit }
      const page = await (state === undefined
        ? deliveries.page({ index: 'endpoint', equals: { endpointId }, ...range })
        : deliveries.page({ index: 'endpointState', equals: { endpointId, state }, ...range }))
      return page.map(({ doc }) => doc)
    },
  }
}

interface ListWish {
  readonly state: DeliveryState | undefined
  readonly after: Position | undefined
  readonly limit: number
}

export type DeliveryLog = ReturnType<typeof createDeliveryLog>
