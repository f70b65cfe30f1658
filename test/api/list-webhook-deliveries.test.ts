import { describe, expect, it } from '@jest/globals'
import { issueId } from '../../src/issues/issue-id.ts'
import { faultsIn, itIsOnlyFor } from '../support/refusals.ts'
import { hoursAgo } from '../support/tenant.ts'
import { ENDPOINT, ids, webhookService } from '../support/webhook-service.ts'

const service = await webhookService()
const { api, stores, owner, stranger } = service
const DELIVERIES = `${ENDPOINT}/deliveries`
const list = async (query = '') => (await api.get(`${DELIVERIES}${query}`, owner)).as('WebhookDeliveryList')

for (const [n, state] of (['delivered', 'waiting', 'failed', 'delivered'] as const).entries()) {
  await stores.collections.webhookDeliveries.insert({
    id: `${ids.endpointId}/evt_${n}`,
    endpointId: ids.endpointId,
    firmId: 'acme',
    noticeId: `evt_${n}`,
    type: 'issue.opened',
    subject: 'iss_1',
    sequence: n + 1,
    state,
    attempts: [],
    createdAt: hoursAgo(10 - n),
    expiresAt: hoursAgo(-720),
  })
}

describe('what an endpoint was told', () => {
  it('is told the newest first, with the tries of each', async () => {
    const { data, nextCursor } = await list()
    expect(data.map(({ eventId }) => eventId)).toEqual(['evt_3', 'evt_2', 'evt_1', 'evt_0', 'evt_acme'])
    expect(nextCursor).toBeNull()
    expect(data.at(-1)).toEqual({
      eventId: 'evt_acme',
      firmId: 'acme',
      type: 'issue.opened',
      subject: issueId('acme', { type: 'invoice', id: 'inv_88' }),
      sequence: 1,
      state: 'failed',
      attempts: [{ at: '2026-03-02T09:41:07.000Z', status: 502, reason: null, milliseconds: 88 }],
      createdAt: '2026-03-02T09:41:07.000Z',
    })
  })

  it('is told by its state, page by page', async () => {
    const first = await list('?state=delivered&limit=1')
    expect(first.data.map(({ eventId }) => eventId)).toEqual(['evt_3'])
    const second = await list(`?state=delivered&limit=1&cursor=${first.nextCursor}`)
    expect(second.data.map(({ eventId }) => eventId)).toEqual(['evt_0'])
    expect(second.nextCursor).toBeNull()
    expect((await list('?state=waiting')).data).toHaveLength(1)
  })

  it('is not told of other states, after other cursors, or to another firm', async () => {
    expect(faultsIn(await api.get(`${DELIVERIES}?state=lost`, owner))).toEqual(['query /state enum'])
    expect(faultsIn(await api.get(`${DELIVERIES}?cursor=x`, owner))).toEqual(['query /cursor cursor'])
    expect((await api.get(DELIVERIES, stranger)).status).toBe(404)
  })
})

describe('who may see what an endpoint was told', () => {
  itIsOnlyFor(service, { method: 'get', address: DELIVERIES }, ['owner', 'admin', 'integrator'])
})
