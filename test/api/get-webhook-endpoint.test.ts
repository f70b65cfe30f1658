import { describe, expect, it } from '@jest/globals'
import { itIsOnlyFor } from '../support/refusals.ts'
import { ENDPOINT, ids, webhookService } from '../support/webhook-service.ts'

const service = await webhookService()
const { api, host, owner, stranger } = service

describe('an endpoint', () => {
  it('is told to its firm and to the host, without its secret', async () => {
    for (const headers of [owner, host]) {
      const answer = await api.get(ENDPOINT, headers)
      expect(answer.as('WebhookEndpoint')).toMatchObject({ id: ids.endpointId, firmId: 'acme', reason: null })
      expect(answer.text).not.toMatch(/secret|whsec_|eyJ/u)
      expect(answer.headers.etag).toBe('"1.en"')
    }
  })

  it('is told to nobody else, who does not learn that there is one', async () => {
    expect((await api.get(ENDPOINT, stranger)).status).toBe(404)
    const { id } = await service.add({ url: 'https://b.example/' }, host)
    expect((await api.get(`/v1/webhook-endpoints/${id}`, owner)).status).toBe(404)
  })
})

describe('who may read an endpoint', () => {
  itIsOnlyFor(service, { method: 'get', address: ENDPOINT }, ['owner', 'admin', 'integrator'])
})
