import { describe, expect, it } from '@jest/globals'
import { startService } from '../support/api-client.ts'
import { faultsIn, itIsOnlyFor } from '../support/refusals.ts'
import { addFirm, headersOf, NOW, sessionOf } from '../support/tenant.ts'

const ADDRESS = '/v1/firms'

const service = await startService({}, { now: () => NOW })
const { api, stores } = service
const ids = ['Zeta', 'acme', 'beta', 'delta', 'gamma-2', 'gamma_1']
for (const id of ids) await addFirm(api, stores, id)
const host = await headersOf(stores, 'integrator')

/** The ids of a page, and where the next begins. */
async function page(query = '', headers = host) {
  const { data, nextCursor } = (await api.get(`${ADDRESS}${query}`, headers)).as('FirmList')
  return { ids: data.map(({ id }) => id), nextCursor }
}

describe('the list of firms', () => {
  it('holds all of them by id, with their facts', async () => {
    const { data, nextCursor } = (await api.get(ADDRESS, host)).as('FirmList')
    expect(data.map(({ id }) => id)).toEqual(ids)
    expect(nextCursor).toBeNull()
    expect(data[1]).toEqual({
      id: 'acme',
      name: 'acme Accounting',
      locale: 'en-US',
      timeZone: 'UTC',
      currency: 'USD',
      notificationAddresses: [],
      host: null,
      resyncBy: 'syncdoctor',
      createdAt: NOW.toISOString(),
      updatedAt: NOW.toISOString(),
    })
  })

  it.each([1, 2, 3, 4, 5])('is the same in pages of %i', async (limit) => {
    const seen: string[] = []
    for (let cursor: string | null = ''; cursor !== null;) {
      const next = await page(`?limit=${limit}${cursor && `&cursor=${cursor}`}`)
      expect(next.ids.length).toBeLessThanOrEqual(limit)
      seen.push(...next.ids)
      cursor = next.nextCursor
    }
    expect(seen).toEqual(ids)
  })

  it('ends with a page that is just full', async () => {
    expect(await page(`?limit=${ids.length}`)).toEqual({ ids, nextCursor: null })
  })

  it('goes on after a firm that is gone meanwhile, and after the last with nothing', async () => {
    expect((await page('?cursor=blue')).ids).toEqual(['delta', 'gamma-2', 'gamma_1'])
    expect(await page('?cursor=zzz')).toEqual({ ids: [], nextCursor: null })
  })

  it('is their own firm alone for whoever belongs to one', async () => {
    for (const role of ['owner', 'admin', 'staff', 'integrator', 'support'] as const) {
      const headers = await headersOf(stores, role, 'beta')
      expect(await page('', headers)).toEqual({ ids: ['beta'], nextCursor: null })
    }
    expect(await page('', await sessionOf(service, 'mem_1', 'delta'))).toEqual({
      ids: ['delta'],
      nextCursor: null,
    })
  })

  it('is every firm for support', async () => {
    expect((await page('', await headersOf(stores, 'support'))).ids).toEqual(ids)
  })

  it('lacks a firm as soon as it is deleted', async () => {
    await addFirm(api, stores, 'short-lived')
    await api.ask('delete', `${ADDRESS}/short-lived`, { headers: host })
    expect((await page()).ids).toEqual(ids)
  })

  it.each([
    ['limit=0', 'query /limit minimum'],
    ['limit=201', 'query /limit maximum'],
    ['limit=many', 'query /limit type'],
    ['cursor=no%20id', 'query /cursor pattern'],
    ['lang=de', 'query /lang enum'],
    ['page=2', 'query /page additionalProperties'],
  ])('is refused for %s', async (query, fault) => {
    expect(faultsIn(await api.get(`${ADDRESS}?${query}`, host))).toEqual([fault])
  })
})

describe('who may list firms', () => {
  itIsOnlyFor(service, { method: 'get', address: ADDRESS }, [
    'owner',
    'admin',
    'staff',
    'integrator',
    'support',
  ])
})
