import { describe, expect, it } from '@jest/globals'
import { startService } from '../support/api-client.ts'
import { aWebhookEndpoint } from '../support/a-webhook-endpoint.ts'
import { itIsOnlyFor } from '../support/refusals.ts'
import { addFirm } from '../support/tenant.ts'
import { ENDPOINT, ENDPOINTS, ids, webhookService } from '../support/webhook-service.ts'

const service = await webhookService()
const { api, stores, owner, stranger } = service
const ROTATE = `${ENDPOINT}/rotate-secret`
const rotate = (address: string, headers: Readonly<Record<string, string>>) =>
  api.ask('post', address, { headers })

describe('a secret that is changed', () => {
  it('is told this once, and is another each time', async () => {
    const made = await service.add({ url: 'https://a.example/' }, owner)
    const secrets = new Set([made.secret])
    for (let n = 0; n < 2; n += 1) {
      const answer = await rotate(`${ENDPOINTS}/${made.id}/rotate-secret`, owner)
      const { secret, ...endpoint } = answer.as('NewWebhookEndpoint')
      expect(endpoint.id).toBe(made.id)
      secrets.add(secret)
    }
    expect(secrets.size).toBe(3)
    const kept = await stores.collections.webhookEndpoints.get(made.id)
    expect(kept?.doc.secrets).toHaveLength(3)
    for (const secret of secrets) expect(JSON.stringify(kept)).not.toContain(secret.slice(6, 30))
  })

  it('is not kept in the answers that a repeated request gets', async () => {
    const headers = { ...owner, 'Idempotency-Key': 'again' }
    const [first, second] = [await rotate(ROTATE, headers), await rotate(ROTATE, headers)]
    expect(first.text).not.toBe(second.text)
    expect(await stores.collections.keptAnswers.page({ index: 'all', limit: 10 })).toEqual([])
  })

  it('is not one of another firm', async () => {
    expect((await rotate(ROTATE, stranger)).status).toBe(404)
    expect((await rotate(`${ENDPOINTS}/whe_none/rotate-secret`, owner)).status).toBe(404)
  })

  it('is none where secrets cannot be sealed', async () => {
    const plain = await startService()
    const headers = await addFirm(plain.api, plain.stores)
    await aWebhookEndpoint(plain.stores, 'acme', ids)
    const answer = await plain.api.ask('post', ROTATE, { headers })
    expect(answer.as('Problem').code).toBe('secrets-not-set-up')
  })
})

describe('who may change a secret', () => {
  itIsOnlyFor(service, { method: 'post', address: ROTATE }, ['owner', 'admin', 'integrator'])
})
