import { describe, expect, it } from '@jest/globals'
import { randomUUID } from 'node:crypto'
import fc from 'fast-check'
import { createCallBy } from '../../../src/notices/webhooks/create-call-by.ts'
import { createCourier } from '../../../src/notices/webhooks/create-courier.ts'
import { createDeliver } from '../../../src/notices/webhooks/create-deliver.ts'
import { createDeliveryLog } from '../../../src/notices/webhooks/delivery-log.ts'
import { createEndpointSecrets } from '../../../src/notices/webhooks/endpoint-secrets.ts'
import { createSendWebhook } from '../../../src/notices/webhooks/create-send-webhook.ts'
import type { Collection, Stored } from '../../../src/storage/collection.ts'
import { createSeal } from '../../../src/secrets/create-seal.ts'
import { parseSecretKeys } from '../../../src/secrets/parse-secret-keys.ts'
import { webhookReceiver } from '../../support/webhook-receiver.ts'
import { webhooksAtWork } from '../../support/webhooks-at-work.ts'
import { postTo } from '../../support/post-to.ts'

const parsed = parseSecretKeys('ab'.repeat(32))
if (!('keys' in parsed)) throw new Error('There is no key.')
const secrets = createEndpointSecrets({ seal: createSeal(parsed.keys), randomBytes: () => Buffer.alloc(32) })

/** The same collection, until its process dies: then nothing is written any more. */
function mortal<T extends Stored, F extends string>(
  kept: Collection<T, F>,
  mayWrite: () => void,
): Collection<T, F> {
  return {
    get: (id) => kept.get(id),
    page: (query) => kept.page(query),
    tally: (query) => kept.tally(query),
    async insert(doc) {
      mayWrite()
      return kept.insert(doc)
    },
    async replace(doc, version) {
      mayWrite()
      return kept.replace(doc, version)
    },
    async remove(id, version) {
      mayWrite()
      return kept.remove(id, version)
    },
  }
}

describe('couriers that die', () => {
  it('leave nothing untold, out of order, or told more often than they died', async () => {
    const work = await webhooksAtWork()
    const receiver = await webhookReceiver(work.now)
    const { collections, noticeLog } = work.stores
    await work.endpointAt(receiver)
    let records = 0

    /** A courier whose process dies at its n-th write. */
    function dying(writes: number) {
      let left = writes
      const mayWrite = () => {
        if (left <= 0) throw new Error('killed')
        left -= 1
      }
      const lanes = mortal(collections.webhookLanes, mayWrite)
      const endpoints = mortal(collections.webhookEndpoints, mayWrite)
      const deliveryLog = createDeliveryLog({
        deliveries: mortal(collections.webhookDeliveries, mayWrite),
        now: work.now,
      })
      const callBy = createCallBy(endpoints)
      const deliver = createDeliver({
        log: noticeLog,
        deliveryLog,
        send: createSendWebhook({ post: postTo(), secrets, now: work.now }),
        note: async () => {},
        callBy,
        now: work.now,
        random: () => 0,
      })
      return createCourier({
        lanes,
        endpoints,
        deliveryLog,
        deliver,
        callBy,
        leaseMilliseconds: 30_000,
        newId: randomUUID,
        now: work.now,
        onFree: () => {},
        onError: () => {},
      })
    }

    await fc.assert(
      fc.asyncProperty(
        fc.array(fc.nat(14), { minLength: 1, maxLength: 5 }),
        fc.array(fc.integer({ min: 1, max: 3 }), { minLength: 1, maxLength: 3 }),
        async (deaths, events) => {
          receiver.received.length = 0
          let expected = 0
          for (const count of events) {
            records += 1
            for (let n = 0; n < count; n += 1) {
              if (n % 2 === 0) await work.fails(records)
              else await work.goesThrough(records)
              expected += 1
            }
          }
          while ((await work.relay()) > 0) continue
          for (const writes of deaths) {
            const courier = dying(writes)
            for (let n = 0; n < 4; n += 1) {
              await courier.take().catch(() => 0)
              await courier.idle()
            }
            work.passes(31_000)
          }
          await work.goesBy(31_000)
          const ids = receiver.received.map(({ id }) => id)
          expect(new Set(ids).size).toBe(expected)
          // Each death may repeat what was under way at that moment: one event of each subject.
          for (const id of new Set(ids)) {
            expect(ids.filter((one) => one === id).length).toBeLessThanOrEqual(1 + deaths.length)
          }
          const last = new Map<string, number>()
          for (const { data } of receiver.received) {
            const subject = data.issue?.id ?? ''
            expect(data.sequence).toBeGreaterThanOrEqual(last.get(subject) ?? 0)
            last.set(subject, data.sequence)
          }
          const equals = {
            endpointId: (await collections.webhookEndpoints.page({ index: 'all', limit: 1 }))[0]?.doc.id,
          }
          const undone = { equals: { ...equals, state: 'waiting' }, index: 'endpointState', limit: 1 }
          expect(await collections.webhookDeliveries.page(undone)).toEqual([])
        },
      ),
      { numRuns: 25 },
    )
    expect(work.errors).toEqual([])
  }, 300_000)
})
