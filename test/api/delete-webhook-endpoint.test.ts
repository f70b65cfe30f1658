import { describe, expect, it } from '@jest/globals'
import { itIsOnlyFor } from '../support/refusals.ts'
import { ENDPOINT, ids, webhookService } from '../support/webhook-service.ts'

const service = await webhookService()
const { api, stores, owner, stranger } = service
const remove = (headers: Readonly<Record<string, string>>) => api.ask('delete', ENDPOINT, { headers })

describe('an endpoint that is removed', () => {
  it('is not one of another firm, nor one that has changed', async () => {
    expect((await remove(stranger)).status).toBe(404)
    expect((await remove({ ...owner, 'If-Match': '"99"' })).status).toBe(412)
  })

  it('is gone with what it was told, and cannot be removed twice', async () => {
    await stores.collections.webhookLanes.insert({
      id: `${ids.endpointId}/acme/iss_1`,
      endpointId: ids.endpointId,
      firmId: 'acme',
      queue: [],
      lastSequence: 1,
      lastAt: '',
      scheduledAt: null,
      dueAt: null,
      lease: null,
      expiresAt: '9999',
    })
    expect((await remove({ ...owner, 'If-Match': '"1"' })).status).toBe(204)
    expect((await api.get(ENDPOINT, owner)).status).toBe(404)
    expect((await remove(owner)).status).toBe(404)
    const { webhookLanes, webhookDeliveries } = stores.collections
    const ofEndpoint = { index: 'endpoint', equals: { endpointId: ids.endpointId }, limit: 10 }
    expect(await webhookLanes.page(ofEndpoint)).toEqual([])
    expect(await webhookDeliveries.page(ofEndpoint)).toEqual([])
    expect(await stores.collections.webhookEndpoints.get('whe_beta')).toBeDefined()
  })
})

describe('who may remove an endpoint', () => {
  itIsOnlyFor(service, { method: 'delete', address: ENDPOINT }, ['owner', 'admin', 'integrator'])
})
