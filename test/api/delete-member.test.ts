import { describe, expect, it } from '@jest/globals'
import { startService } from '../support/api-client.ts'
import { faultsIn, itIsOnlyFor } from '../support/refusals.ts'
import { addFirm, NOW, sessionOf } from '../support/tenant.ts'

const FIRM = '/v1/firms/acme'

const service = await startService({}, { now: () => NOW })
const { api, stores } = service
const host = await addFirm(api, stores)
await addFirm(api, stores, 'beta')

const put = (id: string) =>
  api.ask('put', `${FIRM}/members/${id}`, { body: { name: id, role: 'admin' }, headers: host })
const remove = (id: string, headers = host) => api.ask('delete', `${FIRM}/members/${id}`, { headers })

describe('a member who is removed', () => {
  it('is gone, and cannot be removed twice', async () => {
    await put('leaving')
    const answer = await remove('leaving')
    expect(answer.status).toBe(204)
    expect(answer.text).toBe('')
    const { data } = (await api.get(`${FIRM}/members`, host)).as('MemberList')
    expect(data.map(({ id }) => id)).not.toContain('leaving')
    expect((await remove('leaving')).status).toBe(404)
  })

  it('is signed out everywhere, and nobody else is', async () => {
    await put('leaving')
    const [phone, desk] = [await sessionOf(service, 'leaving'), await sessionOf(service, 'leaving')]
    const [colleague, namesake] = [await sessionOf(service), await sessionOf(service, 'mem_1', 'beta')]
    expect((await api.get(FIRM, phone)).status).toBe(200)
    await remove('leaving')
    for (const session of [phone, desk]) expect((await api.get(FIRM, session)).status).toBe(401)
    expect((await api.get(FIRM, colleague)).status).toBe(200)
    expect((await api.get('/v1/firms/beta', namesake)).status).toBe(200)
  })

  it('stays signed out when a person is added under this id again', async () => {
    await put('returning')
    const before = await sessionOf(service, 'returning')
    await remove('returning')
    await put('returning')
    expect((await api.get(FIRM, before)).status).toBe(401)
    expect((await api.get(FIRM, await sessionOf(service, 'returning'))).status).toBe(200)
  })

  it('cannot use a link that was made before', async () => {
    await put('invited')
    const body = { member: 'invited' }
    const { url } = (await api.post(`${FIRM}/portal-links`, body, host)).as('PortalLink')
    const token = url.slice(url.lastIndexOf('/') + 1)
    await remove('invited')
    await put('invited')
    expect(await stores.portal.look(token)).toBeUndefined()
    expect(await stores.portal.signIn(token)).toBeUndefined()
  })

  it('may be removed by an owner, even the owner themselves', async () => {
    await put('hired')
    const owner = await sessionOf(service)
    expect((await remove('hired', owner)).status).toBe(204)
    expect((await remove('mem_1', owner)).status).toBe(204)
    expect((await remove('mem_1', owner)).status).toBe(401)
  })
})

describe('a removal is refused', () => {
  it('of nobody, and of an id that is none', async () => {
    expect((await remove('nobody')).status).toBe(404)
    expect(faultsIn(await remove('a%20b'))).toEqual(['path /memberId pattern'])
  })
})

describe('who may remove a member', () => {
  itIsOnlyFor(service, { method: 'delete', address: `${FIRM}/members/mem_1` }, ['owner', 'integrator'])
})
