import { describe, expect, it } from '@jest/globals'
import { startService } from '../support/api-client.ts'
import { appAtIntuit } from '../support/app-at-intuit.ts'
import { faultsIn, itIsOnlyFor } from '../support/refusals.ts'
import { addFirm, headersOf, NOW, sessionOf } from '../support/tenant.ts'

const ADDRESS = '/v1/firms/acme/quickbooks-connection/authorizations'
const MINUTE = 60_000

const app = await appAtIntuit()
const service = await startService(app, { now: () => NOW })
const { api, stores } = service
const host = await addFirm(api, stores)
for (const [id, role] of [
  ['mem_admin', 'admin'],
  ['mem_staff', 'staff'],
] as const) {
  await stores.members.put({ id, firmId: 'acme', name: id, email: null, role, language: null })
}

const post = (body: unknown, headers = host) => api.post(ADDRESS, body, headers)

/** The authorizations that are kept of the firm. */
async function kept() {
  const page = await stores.collections.authorizations.page({
    index: 'firm',
    equals: { firmId: 'acme' },
    limit: 100,
  })
  return page.map(({ doc }) => doc)
}

describe('an authorization', () => {
  it('leads to Intuit with our app, our way back, and a state; within ten minutes', async () => {
    const answer = await post({})
    expect(answer.status).toBe(201)
    const { url, expiresAt } = answer.as('QuickbooksAuthorization')
    const { origin, pathname, searchParams } = new URL(url)
    expect(`${origin}${pathname}`).toBe(`${new URL(app.INTUIT_API_URL ?? '').origin}/connect/oauth2`)
    expect(Object.fromEntries(searchParams)).toMatchObject({
      client_id: app.INTUIT_CLIENT_ID,
      response_type: 'code',
      scope: 'com.intuit.quickbooks.accounting',
      redirect_uri: `${service.publicUrl}/oauth/callback`,
      state: expect.stringMatching(/^[\w-]{22,}$/u),
    })
    expect(Date.parse(expiresAt) - NOW.getTime()).toBe(10 * MINUTE)
  })

  it('is another one each time, also under one Idempotency-Key', async () => {
    const headers = { ...host, 'Idempotency-Key': 'the-same' }
    const urls = await Promise.all(
      Array.from({ length: 5 }, async () => (await post({}, headers)).as('QuickbooksAuthorization').url),
    )
    expect(new Set(urls).size).toBe(5)
  })

  it('is kept without its state', async () => {
    const { url } = (await post({})).as('QuickbooksAuthorization')
    const state = new URL(url).searchParams.get('state') ?? ''
    expect(state).not.toBe('')
    expect(JSON.stringify(await kept())).not.toContain(state)
  })

  it('is on record for whoever asked, and for whom', async () => {
    const actors = async () => (await kept()).map(({ actor }) => actor)
    await post({ member: 'mem_1', lang: 'fr' })
    expect(await actors()).toContainEqual({ type: 'member', id: 'mem_1', via: expect.any(String) })
    await post({}, await sessionOf(service))
    expect(await actors()).toContainEqual({ type: 'member', id: 'mem_1', via: null })
  })
})

describe('an authorization is refused', () => {
  it.each([
    ['mem_admin', 403],
    ['mem_staff', 403],
    ['mem_none', 400],
  ])('for the member %s, who is no owner, with %i', async (member, status) => {
    expect((await post({ member })).status).toBe(status)
  })

  it('to an owner who would act for somebody else', async () => {
    expect((await post({ member: 'mem_admin' }, await sessionOf(service))).status).toBe(403)
  })

  it.each([
    ['for an id that is none', { member: 'a b' }, 'body /member pattern'],
    ['in an unknown language', { lang: 'de' }, 'body /lang enum'],
    ['for more than is known', { realmId: '1' }, 'body /realmId additionalProperties'],
  ])('%s', async (_what, body, fault) => {
    expect(faultsIn(await post(body))).toContain(fault)
  })

  it('where no app at Intuit is set up, and where Intuit cannot be reached', async () => {
    const without = await startService()
    const nobody = await addFirm(without.api, without.stores)
    expect((await without.api.post(ADDRESS, {}, nobody)).as('Problem').code).toBe('quickbooks-not-set-up')
    const nowhere = 'http://127.0.0.1:1/.well-known/openid_sandbox_configuration'
    const cut = await startService({ ...app, INTUIT_DISCOVERY_URL: nowhere })
    const answer = await cut.api.post(ADDRESS, {}, await addFirm(cut.api, cut.stores))
    expect(answer.as('Problem').code).toBe('quickbooks-unreachable')
    expect(answer.headers['retry-after']).toBe('60')
  })
})

describe('who may begin to connect a firm', () => {
  itIsOnlyFor(service, { method: 'post', address: ADDRESS }, ['owner', 'integrator'])

  it('is an owner with a key of the firm, too', async () => {
    expect((await post({}, await headersOf(stores, 'owner', 'acme'))).status).toBe(201)
  })
})
