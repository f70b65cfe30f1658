import { beforeEach, describe, expect, test } from '@jest/globals'
import { type Sandbox, startSandbox } from '../../support/sandbox.ts'

const XML = { Accept: 'application/xml' }

let time: number
let sandbox: Sandbox
const start = async (settings = {}) => {
  sandbox = await startSandbox({ settings, now: () => new Date(time) })
}
const companyInfo = (headers = {}) => sandbox.call(`/companyinfo/${sandbox.address.realmId}`, { headers })
const fault = (code: string, detail: string | null) => ({
  fault: { error: [{ code, detail, element: null, message: expect.any(String) }] },
})

beforeEach(() => {
  time = Date.parse('2026-03-02T12:00:00Z')
})

describe('a call without the right', () => {
  beforeEach(() => start())

  test.each([
    ['no token', '', '3202', 'oauth_token'],
    ['a short token', 'Bearer x', '3200', 'Malformed bearer token: too short or too long'],
    ['a long token', `Bearer ${'x'.repeat(5000)}`, '3200', 'Malformed bearer token: too short or too long'],
    ['an unknown token', `Bearer ${'x'.repeat(100)}`, '3200', null],
  ])('with %s is told so in the shape of the gateway', async (_what, Authorization, code, detail) => {
    const answer = await companyInfo({ Authorization })
    expect(answer.status).toBe(401)
    const body: unknown = await answer.json()
    expect(body).toMatchObject({ ...fault(code, detail), requestId: null, batchItemResponse: [] })
    expect(body).toMatchObject({ fault: { type: 'AUTHENTICATION' }, time: expect.any(Number) })
    expect(JSON.stringify(body)).toContain(`errorCode=00${code}; statusCode=401`)
    expect(answer.headers.get('intuit_tid')).not.toBeNull()
  })

  test('to another company is forbidden', async () => {
    const other = sandbox.company.addCompany()
    const answer = await fetch(`${sandbox.address.apiUrl}/company/${other.realmId}/companyinfo/1`, {
      headers: { Authorization: `Bearer ${sandbox.accessToken}`, Accept: 'application/json' },
    })
    expect(answer.status).toBe(403)
    expect(await answer.json()).toMatchObject({
      fault: {
        type: 'SERVICE',
        error: [{ message: 'message=ApplicationAuthorizationFailed; errorCode=003100; statusCode=403' }],
      },
    })
  })

  test('is told so in XML where the client speaks that', async () => {
    const answer = await companyInfo({ ...XML, Authorization: '' })
    expect(answer.headers.get('content-type')).toContain('application/xml')
    expect(await answer.text()).toContain('<Fault type="AUTHENTICATION"><Error code="3202">')
  })
})

describe('the limits', () => {
  const statusOf = async (path: string, options = {}) => (await sandbox.call(path, options)).status
  const calls = async (count: number, path = '/preferences', options = {}) => {
    const statuses: number[] = []
    for (let call = 0; call < count; call += 1) statuses.push(await statusOf(path, options))
    return statuses
  }
  const refusedOf = (statuses: readonly number[]) => statuses.filter((status) => status === 429).length

  test('are ten calls in any second', async () => {
    await start({ limits: { perSecond: 10, perMinute: 500, batchesPerMinute: 40 } })
    expect(refusedOf(await calls(10))).toBe(0)
    time += 999
    expect(refusedOf(await calls(3))).toBe(3)
    time += 1
    expect(refusedOf(await calls(11))).toBe(1)
  })

  test('are so many calls in any minute', async () => {
    await start({ limits: { perSecond: 10, perMinute: 12, batchesPerMinute: 40 } })
    await calls(6)
    time += 30_000
    expect(refusedOf(await calls(6))).toBe(0)
    time += 29_999
    expect(refusedOf(await calls(1))).toBe(1)
    time += 1
    expect(refusedOf(await calls(7))).toBe(1)
  })

  test('are so many batches in any minute', async () => {
    await start({ limits: { perSecond: 10, perMinute: 500, batchesPerMinute: 2 } })
    const batch = { body: { BatchItemRequest: [{ bId: '1', Query: 'select * from Term' }] } }
    expect(await calls(3, '/batch', batch)).toEqual([200, 200, 429])
    expect(await statusOf('/preferences')).toBe(200)
  })

  test('hold for each company apart', async () => {
    await start({ limits: { perSecond: 1, perMinute: 500, batchesPerMinute: 40 } })
    const other = sandbox.company.addCompany()
    const answer = await fetch(`${sandbox.url}/oauth2/v1/tokens/bearer`, {
      method: 'POST',
      headers: { Authorization: `Basic ${btoa(`${other.clientId}:${other.clientSecret}`)}` },
      body: new URLSearchParams({ grant_type: 'refresh_token', refresh_token: other.refreshToken }),
    })
    const { access_token: accessToken } = (await answer.json()) as { readonly access_token: string }
    expect(await calls(2)).toEqual([200, 429])
    const theirs = await fetch(`${other.apiUrl}/company/${other.realmId}/preferences`, {
      headers: { Authorization: `Bearer ${accessToken}` },
    })
    expect(theirs.status).toBe(200)
  })

  test('are told in words that an old hand knows, and counted', async () => {
    await start({ limits: { perSecond: 1, perMinute: 500, batchesPerMinute: 40 } })
    await calls(1)
    const { status, body } = await sandbox.json('/preferences')
    expect(status).toBe(429)
    expect(body).toMatchObject({
      fault: {
        type: 'SERVICE',
        error: [
          {
            message: 'message=ThrottleExceeded; errorCode=003001; statusCode=429',
            detail: 'The request limit was reached.  Try again later',
            code: '3001',
          },
        ],
      },
    })
    const counts: unknown = await (await fetch(`${sandbox.url}/_sandbox/counts`)).json()
    expect(counts).toMatchObject({ requests: 2, throttled: 1 })
  })
})

describe('the metered reads of a month', () => {
  test('run out, while writes go on', async () => {
    await start({ monthlyReads: 3 })
    const query = `/query?query=${encodeURIComponent('select * from Term')}`
    await sandbox.json('/preferences')
    await sandbox.json(query)
    await sandbox.json('/batch', { body: { BatchItemRequest: [{ bId: '1', Query: 'select * from Term' }] } })
    const { status, body } = await sandbox.json(query)
    expect(status).toBe(429)
    expect(body).toMatchObject(fault('3001', 'Block All CorePlus for a Builder App'))
    expect((await sandbox.json('/paymentmethod', { body: { Name: 'Barter' } })).status).toBe(200)
  })

  test('are used up at once by a knob, until it is cleared', async () => {
    await start()
    await sandbox.setKnob({ knob: 'monthly-limit' })
    expect((await sandbox.json('/preferences')).status).toBe(429)
    await fetch(`${sandbox.url}/_sandbox/knobs`, { method: 'DELETE' })
    expect((await sandbox.json('/preferences')).status).toBe(200)
  })
})
