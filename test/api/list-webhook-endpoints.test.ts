import { describe, expect, it } from '@jest/globals'
import { faultsIn, itIsOnlyFor } from '../support/refusals.ts'
import { ENDPOINTS, ids, webhookService } from '../support/webhook-service.ts'

const service = await webhookService()
const { api, host, owner } = service
const list = async (query = '', headers = owner) =>
  (await api.get(`${ENDPOINTS}${query}`, headers)).as('WebhookEndpointList')

describe('the endpoints', () => {
  it('of a firm are told to its own people, and no others', async () => {
    const own = await service.add({ url: 'https://a.example/' }, owner)
    await service.add({ url: 'https://b.example/' }, host)
    const { data, nextCursor } = await list()
    expect(data.map(({ id }) => id)).toEqual([ids.endpointId, own.id])
    expect(nextCursor).toBeNull()
  })

  it('are told to the host of the firm that it names, or else its own', async () => {
    expect((await list('?firmId=beta', host)).data.map(({ id }) => id)).toEqual(['whe_beta'])
    expect((await list('', host)).data.map(({ url }) => url)).toEqual(['https://b.example/'])
  })

  it.each(['beta', 'nobody'])('are not told of another firm: %s', async (firmId) => {
    expect((await api.get(`${ENDPOINTS}?firmId=${firmId}`, owner)).status).toBe(404)
  })

  it('are told page by page', async () => {
    for (let n = 0; n < 3; n += 1) await service.add({ url: `https://c.example/${n}` }, owner)
    const all = (await list()).data
    const told: (typeof all)[number][] = []
    for (let query = '?limit=2'; ;) {
      const { data, nextCursor } = await list(query)
      told.push(...data)
      if (nextCursor === null) break
      query = `?limit=2&cursor=${nextCursor}`
    }
    expect(told).toEqual(all)
    expect(all).toHaveLength(5)
  })

  it('are not told after a cursor of another list', async () => {
    expect(faultsIn(await api.get(`${ENDPOINTS}?cursor=nonsense`, owner))).toEqual(['query /cursor cursor'])
  })
})

describe('who may list endpoints', () => {
  itIsOnlyFor(service, { method: 'get', address: ENDPOINTS }, ['owner', 'admin', 'integrator'])
})
