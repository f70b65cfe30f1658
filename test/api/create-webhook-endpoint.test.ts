import { describe, expect, it } from '@jest/globals'
import { startService } from '../support/api-client.ts'
import { faultsIn, itIsOnlyFor } from '../support/refusals.ts'
import { addFirm, NOW } from '../support/tenant.ts'
import { ENDPOINTS, webhookService } from '../support/webhook-service.ts'

const service = await webhookService()
const { api, stores, host, owner } = service
const URL = 'https://hooks.example.com/syncdoctor'

describe('an endpoint that is added', () => {
  it('belongs to the firm of whoever adds it, and its secret is told this once', async () => {
    const answer = await api.post(ENDPOINTS, { url: URL, description: 'Our board' }, owner)
    expect(answer.status).toBe(201)
    expect(answer.headers.etag).toBe('"1.en"')
    const made = answer.as('NewWebhookEndpoint')
    expect(made).toEqual({
      id: expect.stringMatching(/^whe_/u),
      firmId: 'acme',
      url: URL,
      description: 'Our board',
      types: null,
      state: 'enabled',
      reason: null,
      failingSince: null,
      createdAt: NOW.toISOString(),
      updatedAt: NOW.toISOString(),
      secret: expect.stringMatching(/^whsec_/u),
    })
    const { text } = await api.get(`${ENDPOINTS}/${made.id}`, owner)
    expect(text).not.toContain('whsec_')
    const kept = JSON.stringify(await stores.collections.webhookEndpoints.get(made.id))
    expect(kept).not.toContain(made.secret.slice('whsec_'.length, 30))
  })

  it('is the host’s own where the host names no firm, and a firm’s where it names one', async () => {
    expect(await service.add({ url: URL }, host)).toMatchObject({ firmId: null })
    expect(await service.add({ url: URL, firmId: 'beta' }, host)).toMatchObject({ firmId: 'beta' })
  })

  it('may want some events only', async () => {
    const types = ['issue.resolved', 'connection.lost'] as const
    expect(await service.add({ url: URL, types }, owner)).toMatchObject({ types })
  })

  it.each(['beta', 'nobody'])(
    'is not one of another firm, whether or not there is one: %s',
    async (firmId) => {
      const answer = await api.post(ENDPOINTS, { url: URL, firmId }, owner)
      expect(answer.status).toBe(404)
      expect(answer.as('Problem').code).toBe('not-found')
    },
  )

  it('is none of a firm that there is not', async () => {
    expect((await api.post(ENDPOINTS, { url: URL, firmId: 'nobody' }, host)).status).toBe(404)
  })

  it.each([
    ['without an address', {}, ['body /url required']],
    ['at an address that is none', { url: 'https://' }, ['body /url pattern']],
    ['at an address with a password', { url: 'https://a:b@hooks.example.com/' }, ['body /url pattern']],
    ['at an address of another kind', { url: 'ftp://hooks.example.com/' }, ['body /url pattern']],
    ['for events that there are not', { url: URL, types: ['issue.moved'] }, ['body /types/0 enum']],
    ['for no events', { url: URL, types: [] }, ['body /types minItems']],
    ['with a secret of its own', { url: URL, secret: 'x' }, ['body /secret additionalProperties']],
  ])('is refused %s', async (_name, body, faults) => {
    expect(faultsIn(await api.post(ENDPOINTS, body, owner))).toEqual(faults)
  })

  it('is refused at a private address, and at one of http, where these are not allowed', async () => {
    const strict = await webhookService({ ALLOW_PRIVATE_WEBHOOKS: '0' })
    for (const [url, code] of [
      ['http://hooks.example.com/', 'https'],
      ['https://127.1/', 'private-address'],
      ['https://[64:ff9b::7f00:1]/', 'private-address'],
      ['https://printer.local/', 'private-address'],
    ]) {
      expect(faultsIn(await strict.api.post(ENDPOINTS, { url }, strict.owner))).toEqual([`body /url ${code}`])
    }
  })

  it('is none where secrets cannot be sealed', async () => {
    const plain = await startService()
    const headers = await addFirm(plain.api, plain.stores)
    const answer = await plain.api.post(ENDPOINTS, { url: URL }, headers)
    expect(answer.status).toBe(409)
    expect(answer.as('Problem').code).toBe('secrets-not-set-up')
  })
})

describe('who may add an endpoint', () => {
  itIsOnlyFor(service, { method: 'post', address: ENDPOINTS }, ['owner', 'admin', 'integrator'])
})
