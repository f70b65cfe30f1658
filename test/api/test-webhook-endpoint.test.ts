import { describe, expect, it } from '@jest/globals'
import { itIsOnlyFor } from '../support/refusals.ts'
import { NOW } from '../support/tenant.ts'
import { ENDPOINT, ENDPOINTS, webhookService } from '../support/webhook-service.ts'
import { webhookReceiver } from '../support/webhook-receiver.ts'

const service = await webhookService()
const { api, owner, stranger } = service
const receiver = await webhookReceiver(() => NOW)
const test = async (address: string, headers = owner) => api.ask('post', `${address}/test`, { headers })

async function anEndpointAt(url: string): Promise<string> {
  const { id, secret } = await service.add({ url }, owner)
  receiver.secrets = [secret]
  return `${ENDPOINTS}/${id}`
}

describe('a test', () => {
  it('is sent at once, signed, and its answer is told', async () => {
    const address = await anEndpointAt(receiver.url)
    const answer = (await test(address)).as('WebhookAttempt')
    expect(answer).toEqual({ at: NOW.toISOString(), status: 204, reason: null, milliseconds: 0 })
    expect(receiver.received.at(-1)).toEqual({
      id: expect.stringMatching(/^evt_/u),
      type: 'test',
      timestamp: NOW.toISOString(),
      data: { firmId: 'acme', endpoint: { id: address.slice(`${ENDPOINTS}/`.length) } },
    })
  })

  it('is sent to an endpoint that is disabled, too, and changes nothing of it', async () => {
    const address = await anEndpointAt(receiver.url)
    await api.ask('patch', address, { body: { state: 'disabled' }, headers: owner })
    receiver.respond = (response) => void response.writeHead(410).end()
    const before = (await api.get(address, owner)).text
    expect((await test(address)).as('WebhookAttempt')).toMatchObject({ status: 410 })
    expect((await api.get(address, owner)).text).toBe(before)
    const { data } = (await api.get(`${address}/deliveries`, owner)).as('WebhookDeliveryList')
    expect(data).toEqual([])
  })

  it('tells why there is no answer', async () => {
    expect((await test(ENDPOINT)).as('WebhookAttempt')).toMatchObject({ status: null, reason: 'no-answer' })
  })

  it('is not sent to a private address where these are not allowed', async () => {
    const strict = await webhookService({ ALLOW_PRIVATE_WEBHOOKS: '0' })
    const came = receiver.came.length
    const answer = await strict.api.ask('post', `${ENDPOINT}/test`, { headers: strict.owner })
    expect(answer.as('WebhookAttempt')).toMatchObject({ status: null, reason: 'address' })
    expect(receiver.came).toHaveLength(came)
  })

  it('is not sent to an endpoint of another firm', async () => {
    expect((await test(ENDPOINT, stranger)).status).toBe(404)
  })
})

describe('who may test an endpoint', () => {
  itIsOnlyFor(service, { method: 'post', address: `${ENDPOINT}/test` }, ['owner', 'admin', 'integrator'])
})
