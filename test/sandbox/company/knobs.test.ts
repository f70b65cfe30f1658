import { afterEach, beforeAll, describe, expect, test } from '@jest/globals'
import { type Sandbox, startSandbox } from '../../support/sandbox.ts'

let sandbox: Sandbox
let number = 0
beforeAll(async () => {
  sandbox = await startSandbox()
})
afterEach(() => clear())

const clear = () => fetch(`${sandbox.url}/_sandbox/knobs`, { method: 'DELETE' })
const nextName = () => `Net 4${String((number += 1)).padStart(2, '0')}`
const create = (Name: string, query = '') => sandbox.call(`/term${query}`, { body: { Name, DueDays: 1 } })
const isWritten = (name: string) => sandbox.company.ledger().some((entry) => entry.name === name)
const state = async () =>
  (await (await fetch(`${sandbox.url}/_sandbox/knobs`)).json()) as {
    readonly knobs: readonly object[]
    readonly holding: number
  }
const listed = async () => (await state()).knobs

describe('the knob', () => {
  test('commit-then-drop writes, and says nothing', async () => {
    const name = nextName()
    await sandbox.setKnob({ knob: 'commit-then-drop', match: 'POST term', times: 1 })
    await expect(create(name, '?requestid=k-1')).rejects.toThrow()
    expect(isWritten(name)).toBe(true)
    expect((await create(name, '?requestid=k-1')).status).toBe(200)
    expect(sandbox.company.ledger().filter((entry) => entry.name === name)).toHaveLength(1)
  })

  test('drop-before-commit does nothing, and says nothing', async () => {
    const name = nextName()
    await sandbox.setKnob({ knob: 'drop-before-commit', match: 'POST term' })
    await expect(create(name)).rejects.toThrow()
    expect(isWritten(name)).toBe(false)
    expect((await create(name)).status).toBe(200)
  })

  test('half-body writes, and says half of it', async () => {
    const name = nextName()
    await sandbox.setKnob({ knob: 'half-body', match: 'POST term' })
    const answer = await create(name)
    expect(answer.status).toBe(200)
    await expect(answer.text()).rejects.toThrow()
    expect(isWritten(name)).toBe(true)
  })

  test('hang holds a request until the knobs are cleared', async () => {
    const name = nextName()
    await sandbox.setKnob({ knob: 'hang', match: 'POST term' })
    const answer = create(name)
    await untilHolding(1)
    expect(isWritten(name)).toBe(false)
    await clear()
    expect((await answer).status).toBe(200)
    expect(isWritten(name)).toBe(true)
  })

  test('hang may write before it holds the answer', async () => {
    const name = nextName()
    await sandbox.setKnob({ knob: 'hang', match: 'POST term', commit: true })
    const answer = create(name)
    await untilHolding(1)
    expect(isWritten(name)).toBe(true)
    await clear()
    expect((await answer).status).toBe(200)
  })

  test('hang does nothing for someone who has gone', async () => {
    const name = nextName()
    await sandbox.setKnob({ knob: 'hang', match: 'POST term' })
    const gone = new AbortController()
    const answer = fetch(`${sandbox.address.apiUrl}/company/${sandbox.address.realmId}/term`, {
      method: 'POST',
      headers: { Authorization: `Bearer ${sandbox.accessToken}`, 'Content-Type': 'application/json' },
      body: JSON.stringify({ Name: name }),
      signal: gone.signal,
    })
    await untilHolding(1)
    gone.abort()
    await expect(answer).rejects.toThrow()
    await untilHolding(0)
    await clear()
    expect(isWritten(name)).toBe(false)
  })

  test('fault-in-200 tells the next refusal as if it were none', async () => {
    await sandbox.setKnob({ knob: 'fault-in-200', match: 'POST term' })
    expect((await create(nextName())).status).toBe(200)
    const answer = await sandbox.json('/term', { body: {} })
    expect(answer).toMatchObject({ status: 200, body: { Fault: { type: 'ValidationFault' } } })
    expect((await sandbox.json('/term', { body: {} })).status).toBe(400)
  })

  test.each([false, true])('html-502 is a page of the gateway (written: %j)', async (commit) => {
    const name = nextName()
    await sandbox.setKnob({ knob: 'html-502', match: 'POST term', commit })
    const answer = await create(name)
    expect(answer.status).toBe(502)
    expect(answer.headers.get('content-type')).toContain('text/html')
    expect(await answer.text()).toContain('502 Bad Gateway')
    expect(isWritten(name)).toBe(commit)
  })

  test('slow-drip tells it all in the end', async () => {
    await sandbox.setKnob({ knob: 'slow-drip', match: 'GET query', everyMilliseconds: 1 })
    const answer = await sandbox.json(`/query?query=${encodeURIComponent('select count(*) from Term')}`)
    expect(answer.body).toMatchObject({ QueryResponse: { totalCount: expect.any(Number) } })
  })

  test.each([
    ['gateway', { fault: { error: [{ code: '3001' }], type: 'SERVICE' } }],
    ['service', { Fault: { Error: [{ code: '003001', Message: 'ThrottleExceeded' }] } }],
  ])('throttle-429 speaks like the %s', async (shape, body) => {
    await sandbox.setKnob({ knob: 'throttle-429', match: 'POST', shape })
    expect(await sandbox.json('/term', { body: {} })).toMatchObject({ status: 429, body })
  })

  test('holds for the requests it names, as often as it says', async () => {
    await sandbox.setKnob({ knob: 'html-502', match: 'post TERM update', times: 2 })
    expect((await create(nextName())).status).toBe(200)
    expect((await sandbox.call('/preferences')).status).toBe(200)
    for (const status of [502, 502, 400]) {
      expect((await sandbox.call('/term?operation=update', { body: {} })).status).toBe(status)
    }
    expect(await listed()).toEqual([])
  })

  test('holds for one company where it names one', async () => {
    await sandbox.setKnob({ knob: 'html-502', realmId: '1' })
    expect((await sandbox.call('/preferences')).status).toBe(200)
    await sandbox.setKnob({ knob: 'html-502', realmId: sandbox.address.realmId })
    expect((await sandbox.call('/preferences')).status).toBe(502)
  })

  test('works on the token endpoint too', async () => {
    await sandbox.setKnob({ knob: 'html-502', match: 'POST bearer' })
    const answer = await fetch(`${sandbox.url}/oauth2/v1/tokens/bearer`, { method: 'POST' })
    expect(answer.status).toBe(502)
  })

  test('settings changes how a company behaves', async () => {
    await sandbox.setKnob({ knob: 'settings', company: { language: 'fr', customTxnNumbers: false } })
    expect(sandbox.company.books(sandbox.address.realmId)?.settings).toMatchObject({
      language: 'fr',
      customTxnNumbers: false,
    })
    await sandbox.setKnob({ knob: 'settings', company: { language: 'en', customTxnNumbers: true } })
  })
})

test('the knobs that are set are listed, and cleared', async () => {
  await sandbox.setKnob({ knob: 'hang', match: 'POST invoice', times: 3 })
  await sandbox.setKnob({ knob: 'monthly-limit' })
  expect(await listed()).toEqual([
    { knob: 'hang', match: 'POST invoice', times: 3, commit: false },
    { knob: 'monthly-limit' },
  ])
  expect((await clear()).status).toBe(204)
  expect(await listed()).toEqual([])
})

test.each([
  [{}, '/knob'],
  [{ knob: 'explode' }, '/knob'],
  [{ knob: 'hang', times: 0 }, '/times'],
  [{ knob: 'hang', times: 'often' }, '/times'],
  [{ knob: 'hang', shape: 'gateway' }, ''],
  [{ knob: 'settings', company: { language: 'de' } }, '/company/language'],
  [{ knob: 'settings', limits: 5 }, '/limits'],
  [{ knob: 'settings', realmId: '1', limits: 0 }, '/realmId'],
])('the knob %j is refused, and the answer says where it is wrong', async (knob, pointer) => {
  const answer = await fetch(`${sandbox.url}/_sandbox/knobs`, {
    method: 'POST',
    body: JSON.stringify(knob),
  })
  expect(answer.status).toBe(400)
  expect(await answer.json()).toMatchObject({ errors: [{ pointer, detail: expect.any(String) }] })
})

test('a knob that is no JSON is refused', async () => {
  const answer = await fetch(`${sandbox.url}/_sandbox/knobs`, { method: 'POST', body: '{' })
  expect(answer.status).toBe(400)
  expect(await answer.json()).toEqual({ errors: [{ pointer: '', detail: 'The body is not JSON.' }] })
})

/** Until so many requests are held by the knob that was set for them. */
async function untilHolding(count: number): Promise<void> {
  while ((await state()).holding !== count) await new Promise(setImmediate)
}
