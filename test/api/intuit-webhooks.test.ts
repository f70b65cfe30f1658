import { describe, expect, it } from '@jest/globals'
import { createHmac } from 'node:crypto'
import { startService } from '../support/api-client.ts'

const VERIFIER = '5f2c8e0a-verifier-token'
const service = await startService({
  INTUIT_CLIENT_ID: 'app',
  INTUIT_CLIENT_SECRET: 'of-the-app',
  SECRET_KEY: 'a'.repeat(64),
  INTUIT_WEBHOOK_VERIFIER: VERIFIER,
})
const { pages, stores, bugs } = service
const { changedEntities, realms } = stores.collections
await realms.insert({ id: '9341453906101234', firmId: 'acme', claimedAt: '2026-03-05T12:00:00.000Z' })

const body = JSON.stringify([
  {
    specversion: '1.0',
    id: '1',
    source: 'intuit.x',
    type: 'qbo.invoice.updated.v1',
    time: '2026-03-05T12:00:00Z',
    intuitentityid: '95',
    intuitaccountid: '9341453906101234',
    data: {},
  },
])
const sign = (text: string | Buffer) => createHmac('sha256', VERIFIER).update(text).digest('base64')

/** Sends these bytes as they are. */
async function send(bytes: string | Buffer, headers: Record<string, string>) {
  return pages
    .post('/intuit/webhooks')
    .set({ 'Content-Type': 'application/json', ...headers })
    .serialize((sent: unknown) => sent as string)
    .send(bytes)
}

const marks = () => changedEntities.page({ index: 'all', limit: 10 })

describe('a notification of Intuit', () => {
  it('without its signature, with a wrong one, or written anew is refused, and marks nothing', async () => {
    const anew = JSON.stringify(JSON.parse(body), null, 2)
    const wrong: readonly Record<string, string>[] = [
      {},
      { 'intuit-signature': '' },
      { 'intuit-signature': sign(anew) },
      { 'intuit-signature': sign(body).toLowerCase() },
      { 'intuit-signature': createHmac('sha256', 'another').update(body).digest('base64') },
    ]
    for (const headers of wrong) {
      const answer = await send(body, headers)
      expect([headers, answer.status]).toEqual([headers, 401])
      expect(JSON.parse(answer.text)).toMatchObject({ code: 'unauthenticated', reason: 'signature' })
    }
    expect((await send(anew, { 'intuit-signature': sign(body) })).status).toBe(401)
    expect(await marks()).toEqual([])
  })

  it('is answered without a body once what it tells of is marked', async () => {
    const answer = await send(body, { 'intuit-signature': sign(body) })
    expect([answer.status, answer.text]).toEqual([200, ''])
    expect(await marks()).toMatchObject([{ doc: { firmId: 'acme', entity: 'invoice', entityId: '95' } }])
    // Intuit repeats what it thinks was not answered.
    expect((await send(body, { 'intuit-signature': sign(body) })).status).toBe(200)
    expect(await marks()).toMatchObject([{ version: 1 }])
  })

  it('may be sent as whatever it is called', async () => {
    for (const type of ['text/plain', 'application/cloudevents-batch+json', 'nonsense']) {
      const answer = await send(body, { 'intuit-signature': sign(body), 'Content-Type': type })
      expect([type, answer.status]).toEqual([type, 200])
    }
  })

  it('for a company that is nobody’s here is accepted, and forgotten', async () => {
    const foreign = body.replace('9341453906101234', '77')
    expect((await send(foreign, { 'intuit-signature': sign(foreign) })).status).toBe(200)
    expect(await marks()).toHaveLength(1)
  })

  it('that is signed and yet not JSON, or too large, is refused', async () => {
    expect((await send('{', { 'intuit-signature': sign('{') })).status).toBe(400)
    const large = Buffer.alloc(2 * 1024 * 1024 + 1, ' ')
    expect((await send(large, { 'intuit-signature': sign(large) })).status).toBe(413)
    expect(bugs).toEqual([])
  })

  it('is taken by POST only, and not at all where no verifier token is set', async () => {
    const got = await pages.get('/intuit/webhooks')
    expect([got.status, got.headers.allow]).toEqual([405, 'POST, OPTIONS'])
    const without = await startService()
    const answer = await without.pages.post('/intuit/webhooks').send(body)
    expect(answer.status).toBe(404)
  })
})
