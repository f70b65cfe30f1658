import { describe, expect, it } from '@jest/globals'
import { startService } from '../support/api-client.ts'
import { faultsIn, itIsOnlyFor } from '../support/refusals.ts'
import { addFirm, headersOf, NOW } from '../support/tenant.ts'

const ADDRESS = '/v1/firms/acme/members'

const service = await startService({}, { now: () => NOW })
const { api, stores } = service
const host = await addFirm(api, stores)
await addFirm(api, stores, 'beta')
// `acme/…` and `acme-2/…` must not get mixed up, however they sort.
await addFirm(api, stores, 'acme-2')
for (const id of ['mem_3', 'Mem_2', 'mem_2', 'mem-2']) {
  await api.ask('put', `${ADDRESS}/${id}`, { body: { name: id, role: 'staff' }, headers: host })
}
const ids = ['Mem_2', 'mem-2', 'mem_1', 'mem_2', 'mem_3']

async function page(query: string, headers = host) {
  const { data, nextCursor } = (await api.get(`${ADDRESS}${query}`, headers)).as('MemberList')
  return { ids: data.map(({ id }) => id), nextCursor }
}

describe('the list of members', () => {
  it('holds the people of this firm alone, by id', async () => {
    const { data, nextCursor } = (await api.get(ADDRESS, host)).as('MemberList')
    expect(data.map(({ id }) => id)).toEqual(ids)
    expect(new Set(data.map(({ firmId }) => firmId))).toEqual(new Set(['acme']))
    expect(nextCursor).toBeNull()
    expect(data[2]).toEqual({
      id: 'mem_1',
      firmId: 'acme',
      name: 'Ada Nowak',
      email: null,
      role: 'owner',
      language: null,
      notices: 'at-once',
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

  it.each(['owner', 'admin', 'integrator', 'support'] as const)('is told to %s', async (role) => {
    expect((await page('', await headersOf(stores, role, 'acme'))).ids).toEqual(ids)
  })

  it('is refused for a limit or a cursor that is none', async () => {
    expect(faultsIn(await api.get(`${ADDRESS}?limit=0`, host))).toEqual(['query /limit minimum'])
    expect(faultsIn(await api.get(`${ADDRESS}?cursor=a/b`, host))).toEqual(['query /cursor pattern'])
  })

  it('is not found of a firm that is not there', async () => {
    expect((await api.get('/v1/firms/nobody/members', host)).status).toBe(404)
  })
})

describe('who may list members', () => {
  itIsOnlyFor(service, { method: 'get', address: ADDRESS }, ['owner', 'admin', 'integrator', 'support'])
})
