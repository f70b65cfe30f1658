import { describe, expect, it } from '@jest/globals'
import { itIsOnlyFor } from '../support/refusals.ts'
import { ENDPOINT, ids, webhookService } from '../support/webhook-service.ts'

const service = await webhookService()
const { api, stores, owner, stranger } = service
const REPLAY = `${ENDPOINT}/deliveries/${ids.eventId}/replay`
const replay = (headers: Readonly<Record<string, string>>, address = REPLAY) =>
  api.ask('post', address, { headers })

describe('an event that is told again', () => {
  it('waits, whatever became of it before, and once however often it is asked for', async () => {
    for (let n = 0; n < 2; n += 1) {
      const answer = await replay(owner)
      expect(answer.status).toBe(202)
      expect(answer.as('WebhookDelivery')).toMatchObject({ eventId: ids.eventId, state: 'waiting' })
    }
    const equals = { endpointId: ids.endpointId }
    const lanes = await stores.collections.webhookLanes.page({ index: 'endpointDue', equals, limit: 10 })
    expect(lanes.map(({ doc }) => doc.queue.map(({ noticeId }) => noticeId))).toEqual([[ids.eventId]])
  })

  it('is one that the endpoint was told, of its own firm', async () => {
    expect((await replay(owner, `${ENDPOINT}/deliveries/evt_none/replay`)).status).toBe(404)
    expect((await replay(owner, `${ENDPOINT}/deliveries/evt_beta/replay`)).status).toBe(404)
    expect((await replay(stranger)).status).toBe(404)
  })

  it('is not told to an endpoint that is disabled', async () => {
    await api.ask('patch', ENDPOINT, { body: { state: 'disabled' }, headers: owner })
    const answer = await replay(owner)
    expect(answer.status).toBe(409)
    expect(answer.as('Problem').code).toBe('webhook-endpoint-disabled')
  })
})

describe('who may have an event told again', () => {
  itIsOnlyFor(service, { method: 'post', address: REPLAY }, ['owner', 'admin', 'integrator'])
})
