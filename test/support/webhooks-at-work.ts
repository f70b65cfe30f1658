import { randomUUID } from 'node:crypto'
import { createCourier } from '../../src/notices/webhooks/create-courier.ts'
import type { NoticeType } from '../../src/domain/notice.ts'
import { parseSecretKeys } from '../../src/secrets/parse-secret-keys.ts'
import { connectWebhooks } from '../../src/wiring/connect-webhooks.ts'
import { newStores, syncFailure, syncSuccess } from './kept-issues.ts'
import { host } from './readings.ts'
import { relayOver } from './relay-over.ts'
import type { WebhookReceiver } from './webhook-receiver.ts'

const START = Date.parse('2026-03-09T12:00:00.000Z')
const parsed = parseSecretKeys('ab'.repeat(32))

/** Issues, what is told of them, and the endpoints that are told, with a clock that goes on when it is told to. */
export async function webhooksAtWork() {
  let time = START
  const now = () => new Date(time)
  const stores = await newStores(now)
  const { issues, collections } = stores
  const secretKeys = 'keys' in parsed ? parsed.keys : undefined
  const disabledOfHost: string[] = []
  const errors: unknown[] = []
  const webhooks = connectWebhooks({
    secretKeys,
    stores,
    allowPrivate: true,
    now,
    onHostDisabled: ({ id }) => disabledOfHost.push(id),
  })
  const newCourier = () =>
    createCourier({
      lanes: collections.webhookLanes,
      endpoints: collections.webhookEndpoints,
      deliveryLog: webhooks.deliveryLog,
      deliver: webhooks.deliver,
      callBy: webhooks.callBy,
      leaseMilliseconds: 30_000,
      newId: randomUUID,
      now,
      onFree: () => {},
      onError: (error) => errors.push(error),
    })
  const courier = newCourier()
  const relay = relayOver(stores, { now, listeners: [webhooks.tell] })
  const recordOf = (n: number) => ({ type: 'invoice', id: `inv_${n}` }) as const
  let reports = 0

  /** Does all that is due now. */
  async function settle(): Promise<void> {
    while ((await relay()) > 0) continue
    while ((await courier.take()) > 0) await courier.idle()
    while ((await relay()) > 0) continue
  }

  return {
    stores,
    webhooks,
    now,
    errors,
    disabledOfHost,
    newCourier,
    relay,
    settle,

    /** Lets time go by, and everything be done as it falls due. */
    async goesBy(milliseconds: number): Promise<void> {
      const until = time + milliseconds
      await settle()
      for (;;) {
        const [next] = await collections.webhookEndpoints.page({ index: 'callsDue', limit: 1 })
        const due = Date.parse(next?.doc.callsDueAt ?? '')
        if (Number.isNaN(due) || due > until) break
        time = Math.max(time, due)
        await settle()
      }
      time = until
      await settle()
    },

    /** The clock alone goes on. */
    passes: (milliseconds: number) => void (time += milliseconds),

    async fails(n: number, firmId = 'acme'): Promise<void> {
      reports += 1
      const { record } = syncFailure(reports)
      await issues.reportFailure(
        firmId,
        syncFailure(reports, { record: { ...record, ...recordOf(n) } }),
        host,
      )
    },

    async goesThrough(n: number, firmId = 'acme'): Promise<void> {
      reports += 1
      await issues.reportSuccess(firmId, syncSuccess(reports, { record: recordOf(n) }), host)
    },

    /** An endpoint at this receiver, which gets to know the secret. */
    async endpointAt(
      receiver: WebhookReceiver,
      {
        firmId = 'acme',
        types = null,
      }: { firmId?: string | null; types?: readonly NoticeType[] | null } = {},
    ) {
      const made = await webhooks.endpoints.create({ firmId, url: receiver.url, description: null, types })
      if (typeof made === 'string') throw new Error(made)
      receiver.secrets = [made.secret]
      return made.endpoint.id
    },
  }
}
