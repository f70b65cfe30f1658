import { describe, expect, it } from '@jest/globals'
import { faultsIn, itIsOnlyFor } from '../support/refusals.ts'
import { hoursAgo, NOW } from '../support/tenant.ts'
import { ENDPOINT, ENDPOINTS, ids, webhookService } from '../support/webhook-service.ts'

const service = await webhookService()
const { api, stores, host, owner, stranger } = service
const REPLAY = `${ENDPOINT}/replay`
const replay = (body: unknown, headers = owner, address = REPLAY) => api.post(address, body, headers)

const [entry] = await stores.noticeLog.after('acme', 0, 1)
if (entry === undefined) throw new Error('Nothing stands there.')
const { notice } = entry
for (let n = 2; n <= 1_500; n += 1) {
  await stores.noticeLog.put({ ...notice, id: `evt_more${n}`, subject: `iss_${n % 7}`, sequence: n }, n)
}

/** The events that wait for an endpoint, and how many subjects they are about. */
async function waiting(endpointId: string) {
  const equals = { endpointId }
  const lanes = await stores.collections.webhookLanes.page({ index: 'endpointDue', equals, limit: 100 })
  return lanes.flatMap(({ doc }) => doc.queue.map(({ place }) => place))
}

describe('all events since a time', () => {
  it('are told again, a thousand at once, until all are', async () => {
    const since = hoursAgo(1)
    const first = await replay({ since })
    expect(first.status).toBe(202)
    const { events, nextCursor } = first.as('WebhookReplay')
    expect(events).toBe(1_000)
    const second = (await replay({ since, cursor: nextCursor })).as('WebhookReplay')
    expect(second).toEqual({ events: 500, nextCursor: null })
    const places = await waiting(ids.endpointId)
    expect(new Set(places).size).toBe(1_500)
  })

  it('are told to the host’s own endpoint of every firm', async () => {
    const { id } = await service.add({ url: 'https://b.example/', types: ['issue.opened'] }, host)
    let total = 0
    for (let cursor: string | null | undefined; cursor !== null;) {
      const body = { since: hoursAgo(1), ...(cursor !== undefined && { cursor }) }
      const told = (await replay(body, host, `${ENDPOINTS}/${id}/replay`)).as('WebhookReplay')
      total += told.events
      cursor = told.nextCursor
    }
    expect(total).toBe(1_501)
    expect(await waiting(id)).toHaveLength(1_501)
  })

  it('are none where nothing has happened since, or where the endpoint wants nothing of it', async () => {
    const later = new Date(NOW.getTime() + 1_000).toISOString()
    expect((await replay({ since: later })).as('WebhookReplay')).toEqual({ events: 0, nextCursor: null })
    const picky = await service.add({ url: 'https://c.example/', types: ['connection.lost'] }, owner)
    let nextCursor: string | null | undefined
    do {
      const body = { since: hoursAgo(1), ...(nextCursor && { cursor: nextCursor }) }
      const told = (await replay(body, owner, `${ENDPOINTS}/${picky.id}/replay`)).as('WebhookReplay')
      expect(told.events).toBe(0)
      nextCursor = told.nextCursor
    } while (nextCursor !== null)
  })

  it('need a time, and a cursor of that time and of that endpoint', async () => {
    const since = hoursAgo(1)
    expect(faultsIn(await replay({}))).toEqual(['body /since required'])
    expect(faultsIn(await replay({ since: '2026-02-30T00:00:00Z' }))).toEqual(['body /since format'])
    const { nextCursor } = (await replay({ since })).as('WebhookReplay')
    expect(faultsIn(await replay({ since: hoursAgo(2), cursor: nextCursor }))).toEqual([
      'body /cursor cursor',
    ])
    expect(faultsIn(await replay({ since, cursor: 'x' }))).toEqual(['body /cursor cursor'])
    const foreign = await replay({ since, cursor: nextCursor }, stranger, `${ENDPOINTS}/whe_beta/replay`)
    expect(faultsIn(foreign)).toEqual(['body /cursor cursor'])
    expect((await replay({ since }, stranger)).status).toBe(404)
  })

  it('are not told to an endpoint that is disabled', async () => {
    await api.ask('patch', ENDPOINT, { body: { state: 'disabled' }, headers: owner })
    expect((await replay({ since: hoursAgo(1) })).as('Problem').code).toBe('webhook-endpoint-disabled')
  })
})

describe('who may have events told again', () => {
  itIsOnlyFor(service, { method: 'post', address: REPLAY }, ['owner', 'admin', 'integrator'])
})
