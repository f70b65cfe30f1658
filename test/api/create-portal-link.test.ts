import { describe, expect, it } from '@jest/globals'
import { startService } from '../support/api-client.ts'
import { faultsIn, itIsOnlyFor } from '../support/refusals.ts'
import { addFirm, headersOf, NOW } from '../support/tenant.ts'

const ADDRESS = '/v1/firms/acme/portal-links'
const MINUTE = 60_000

let time = NOW.getTime()
const PUBLIC_URL = 'https://sync.example.com/doctor'
const service = await startService({ PUBLIC_URL }, { now: () => new Date(time) })
const { api, stores } = service
const host = await addFirm(api, stores)
await addFirm(api, stores, 'beta')

const post = (body: unknown) => api.post(ADDRESS, body, host)

/** A link of the member, and the secret at its end. */
async function aLink(body: object = { member: 'mem_1' }) {
  const link = (await post(body)).as('PortalLink')
  return { ...link, token: link.url.slice(link.url.lastIndexOf('/') + 1) }
}

describe('a portal link', () => {
  it('leads to where callers reach us, and says until when it works', async () => {
    const answer = await post({ member: 'mem_1' })
    expect(answer.status).toBe(201)
    const { url, expiresAt } = answer.as('PortalLink')
    expect(url).toMatch(/^https:\/\/sync\.example\.com\/doctor\/portal\/[\w-]{43}$/u)
    expect(Date.parse(expiresAt) - NOW.getTime()).toBe(5 * MINUTE)
  })

  it('is another one each time', async () => {
    const links = await Promise.all(Array.from({ length: 10 }, () => aLink()))
    expect(new Set(links.map(({ url }) => url)).size).toBe(10)
  })

  it('is another one also under one Idempotency-Key, which links do not know', async () => {
    const headers = { ...host, 'Idempotency-Key': 'the-same' }
    const [one, other] = [
      await api.post(ADDRESS, { member: 'mem_1' }, headers),
      await api.post(ADDRESS, { member: 'mem_1' }, headers),
    ]
    expect(one.as('PortalLink').url).not.toBe(other.as('PortalLink').url)
  })

  it('signs this member in, once', async () => {
    const { token } = await aLink({ member: 'mem_1', lang: 'fr' })
    expect(await stores.portal.look(token)).toMatchObject({
      member: { id: 'mem_1', firmId: 'acme' },
      language: 'fr',
    })
    const session = await stores.portal.signIn(token)
    const Cookie = `__Host-syncdoctor=${session?.token}`
    expect((await api.get('/v1/firms', { Cookie })).as('FirmList').data.map(({ id }) => id)).toEqual(['acme'])
    expect(await stores.portal.signIn(token)).toBeUndefined()
  })

  it('works for five minutes and no longer', async () => {
    const [early, late] = [await aLink(), await aLink()]
    time = NOW.getTime() + 5 * MINUTE - 1
    expect(await stores.portal.signIn(early.token)).toBeDefined()
    time = NOW.getTime() + 5 * MINUTE
    expect(await stores.portal.signIn(late.token)).toBeUndefined()
    time = NOW.getTime()
  })

  it('is kept without the secret in it', async () => {
    const { token } = await aLink()
    const kept = await stores.collections.portalLinks.page({ index: 'all', limit: 1_000 })
    expect(JSON.stringify(kept)).not.toContain(token)
  })

  it('keeps a member signed in for twelve hours and no longer', async () => {
    const session = await stores.portal.signIn((await aLink()).token)
    const Cookie = `__Host-syncdoctor=${session?.token}`
    time = NOW.getTime() + 12 * 60 * MINUTE - 1
    expect((await api.get('/v1/firms', { Cookie })).status).toBe(200)
    time = NOW.getTime() + 12 * 60 * MINUTE
    expect((await api.get('/v1/firms', { Cookie })).status).toBe(401)
    time = NOW.getTime()
  })
})

describe('a portal link is refused', () => {
  it('for a member whom the firm does not have', async () => {
    expect(faultsIn(await post({ member: 'nobody' }))).toEqual(['body /member unknown'])
  })

  it('for a member of another firm', async () => {
    await api.ask('put', '/v1/firms/beta/members/only-beta', {
      body: { name: 'Beta', role: 'owner' },
      headers: host,
    })
    expect(faultsIn(await post({ member: 'only-beta' }))).toEqual(['body /member unknown'])
  })

  it.each([
    ['without a member', {}, 'body /member required'],
    ['for an id that is none', { member: 'a b' }, 'body /member pattern'],
    ['in an unknown language', { member: 'mem_1', lang: 'de' }, 'body /lang enum'],
    ['for more than is known', { member: 'mem_1', role: 'owner' }, 'body /role additionalProperties'],
  ])('%s', async (_name, body, fault) => {
    expect(faultsIn(await post(body))).toEqual([fault])
  })

  it('to a member who is not in the host’s service', async () => {
    const owner = await headersOf(stores, 'owner', 'acme')
    expect((await api.post(ADDRESS, { member: 'mem_1' }, owner)).status).toBe(403)
  })
})

describe('who may make a portal link', () => {
  itIsOnlyFor(service, { method: 'post', address: ADDRESS }, ['integrator'])
})
