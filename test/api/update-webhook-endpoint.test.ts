import { describe, expect, it } from '@jest/globals'
import { faultsIn, itIsOnlyFor } from '../support/refusals.ts'
import { ENDPOINT, ids, webhookService } from '../support/webhook-service.ts'

const service = await webhookService()
const { api, stores, owner, stranger } = service
const update = (body: unknown, headers: Readonly<Record<string, string>> = {}) =>
  api.ask('patch', ENDPOINT, { body, headers: { ...owner, ...headers } })

describe('an endpoint that is changed', () => {
  it('keeps what was not sent', async () => {
    const answer = await update({ types: ['issue.opened'] })
    const endpoint = answer.as('WebhookEndpoint')
    expect(endpoint).toMatchObject({ url: 'http://127.0.0.1:1/acme', types: ['issue.opened'] })
    expect((await update({ types: null })).as('WebhookEndpoint').types).toBeNull()
    expect((await api.get(ENDPOINT, owner)).as('WebhookEndpoint')).toMatchObject({ types: null })
  })

  it('can be disabled, which says why, and enabled again', async () => {
    const off = (await update({ state: 'disabled' })).as('WebhookEndpoint')
    expect(off).toMatchObject({ state: 'disabled', reason: 'asked' })
    const on = (await update({ state: 'enabled' })).as('WebhookEndpoint')
    expect(on).toMatchObject({ state: 'enabled', reason: null, failingSince: null })
  })

  it('that was failing counts as one that works, once it is at another address', async () => {
    const known = await stores.collections.webhookEndpoints.get(ids.endpointId)
    if (known === undefined) throw new Error('It is gone.')
    await stores.collections.webhookEndpoints.replace(
      { ...known.doc, failingSince: '2026-03-01T00:00:00.000Z' },
      known.version,
    )
    const same = await update({ description: 'x' })
    expect(same.as('WebhookEndpoint').failingSince).not.toBeNull()
    const moved = await update({ url: 'https://elsewhere.example/' })
    expect(moved.as('WebhookEndpoint').failingSince).toBeNull()
  })

  it('is not changed where it is not as the caller has seen it', async () => {
    const { etag = '' } = (await api.get(ENDPOINT, owner)).headers
    expect((await update({ description: 'first' }, { 'If-Match': etag })).status).toBe(200)
    const second = await update({ description: 'second' }, { 'If-Match': etag })
    expect(second.status).toBe(412)
    expect((await update({ description: 'third' }, { 'If-Match': '*' })).status).toBe(200)
  })

  it('is not changed by what only moves notices', async () => {
    const before = (await api.get(ENDPOINT, owner)).headers.etag
    const known = await stores.collections.webhookEndpoints.get(ids.endpointId)
    if (known === undefined) throw new Error('It is gone.')
    await stores.collections.webhookEndpoints.replace({ ...known.doc, callsDueAt: null }, known.version)
    expect((await api.get(ENDPOINT, owner)).headers.etag).toBe(before)
  })

  it('is refused what is not right', async () => {
    expect(faultsIn(await update({ url: 'nowhere' }))).toEqual(['body /url pattern'])
    expect(faultsIn(await update({ state: 'gone' }))).toEqual(['body /state enum'])
    expect(faultsIn(await update({ firmId: 'beta' }))).toEqual(['body /firmId additionalProperties'])
    const strict = await webhookService({ ALLOW_PRIVATE_WEBHOOKS: '0' })
    const asked = { body: { url: 'https://10.0.0.1/' }, headers: strict.owner }
    expect(faultsIn(await strict.api.ask('patch', ENDPOINT, asked))).toEqual(['body /url private-address'])
  })

  it('is not one of another firm', async () => {
    const answer = await api.ask('patch', ENDPOINT, { body: { state: 'disabled' }, headers: stranger })
    expect(answer.status).toBe(404)
  })
})

describe('who may change an endpoint', () => {
  itIsOnlyFor(service, { method: 'patch', address: ENDPOINT }, ['owner', 'admin', 'integrator'])
})
