import { describe, expect, it } from '@jest/globals'
import { roles } from '../../src/domain/role.ts'
import { startService } from '../support/api-client.ts'
import { itIsOnlyFor } from '../support/refusals.ts'
import { addFirm, headersOf, NOW, sessionOf } from '../support/tenant.ts'

const ADDRESS = '/v1/firms/acme'

const service = await startService({}, { now: () => NOW })
const { api, stores } = service
const host = await addFirm(api, stores)

describe('a firm', () => {
  it('is told with all its facts', async () => {
    const answer = await api.get(ADDRESS, host)
    expect(answer.status).toBe(200)
    expect(answer.as('Firm')).toEqual({
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

  it.each(roles)('is told to its own %s', async (role) => {
    expect((await api.get(ADDRESS, await headersOf(stores, role, 'acme'))).status).toBe(200)
  })

  it('is told to a member who is signed in', async () => {
    expect((await api.get(ADDRESS, await sessionOf(service))).as('Firm').id).toBe('acme')
  })

  it('is kept by nobody on the way', async () => {
    expect((await api.get(ADDRESS, host)).headers['cache-control']).toBe('no-store')
  })

  it('is not sent again to a caller who has this version of it, until it changes', async () => {
    const { etag = '' } = (await api.get(ADDRESS, host)).headers
    const again = await api.get(ADDRESS, { ...host, 'If-None-Match': etag })
    expect(again.status).toBe(304)
    expect(again.text).toBe('')
    const inFrench = await api.get(`${ADDRESS}?lang=fr`, { ...host, 'If-None-Match': etag })
    expect(inFrench.status).toBe(200)
    await api.ask('patch', ADDRESS, { body: { locale: 'en-CA' }, headers: host })
    const changed = await api.get(ADDRESS, { ...host, 'If-None-Match': etag })
    expect(changed.status).toBe(200)
    expect(changed.headers.etag).not.toBe(etag)
  })

  it('is not found where there is none', async () => {
    expect((await api.get('/v1/firms/nobody', host)).as('Problem').code).toBe('not-found')
  })
})

describe('who may read a firm', () => {
  itIsOnlyFor(service, { method: 'get', address: ADDRESS }, [
    'owner',
    'admin',
    'staff',
    'integrator',
    'support',
  ])
})
