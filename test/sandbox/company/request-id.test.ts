import { beforeAll, describe, expect, test } from '@jest/globals'
import { type Sandbox, startSandbox } from '../../support/sandbox.ts'

let sandbox: Sandbox
beforeAll(async () => {
  sandbox = await startSandbox()
})

const send = async (path: string, body: unknown) => {
  const answer = await sandbox.call(path, { body })
  return { status: answer.status, text: await answer.text() }
}
const countOf = (name: string) => sandbox.company.ledger().filter((entry) => entry.name === name).length

describe('the same request id', () => {
  test('gets the first answer again, byte for byte, and writes once', async () => {
    const first = await send('/term?requestid=a-1', { Name: 'Net 101', DueDays: 101 })
    const again = await send('/term?requestid=a-1', { Name: 'Net 101', DueDays: 101 })
    expect(first.status).toBe(200)
    expect(again).toEqual(first)
    expect(countOf('Net 101')).toBe(1)
    expect(sandbox.company.ledger().at(-1)).toMatchObject({ requestId: 'a-1', operation: 'create' })
  })

  test('gets the first answer to a change again, though the sync token is old by now', async () => {
    const made = await sandbox.json('/term', { body: { Name: 'Net 102', DueDays: 102 } })
    const { Id } = made.body.Term as { readonly Id: string }
    const change = { Id, SyncToken: '0', sparse: true, DueDays: 103 }
    const first = await send('/term?requestid=a-2', change)
    expect(await send('/term?requestid=a-2', change)).toEqual(first)
    const other = await send('/term?requestid=a-3', change)
    expect(other).toMatchObject({ status: 400, text: expect.stringContaining('"5010"') })
  })

  test('with another body is refused', async () => {
    await send('/term?requestid=a-4', { Name: 'Net 104', DueDays: 104 })
    const other = await send('/term?requestid=a-4', { Name: 'Net 105', DueDays: 105 })
    expect(other.status).toBe(400)
    expect(JSON.parse(other.text)).toMatchObject({
      Fault: { Error: [{ code: '600', Message: 'Duplicate Request ID' }] },
    })
    expect(countOf('Net 105')).toBe(0)
  })

  test('is free again after a refusal, since that wrote nothing', async () => {
    expect((await send('/term?requestid=a-5', {})).status).toBe(400)
    expect((await send('/term?requestid=a-5', { Name: 'Net 106', DueDays: 1 })).status).toBe(200)
  })

  test('answers a whole batch again', async () => {
    const body = {
      BatchItemRequest: [{ bId: '1', operation: 'create', Term: { Name: 'Net 107', DueDays: 1 } }],
    }
    const first = await send('/batch?requestid=a-6', body)
    expect(await send('/batch?requestid=a-6', body)).toEqual(first)
    expect(countOf('Net 107')).toBe(1)
  })

  test('is minded by name lists only where the setting says so', async () => {
    const again = () => send('/customer?requestid=a-7', { DisplayName: 'Ada Lovelace' })
    expect((await again()).status).toBe(200)
    expect((await again()).text).toContain('"6240"')
    await sandbox.setKnob({ knob: 'settings', nameListsIgnoreRequestId: false })
    const grace = () => send('/customer?requestid=a-8', { DisplayName: 'Grace Hopper' })
    const first = await grace()
    expect(await grace()).toEqual(first)
    await sandbox.setKnob({ knob: 'settings', nameListsIgnoreRequestId: true })
  })

  test('in another company is another', async () => {
    const other = sandbox.company.addCompany()
    const answer = await fetch(`${sandbox.url}/oauth2/v1/tokens/bearer`, {
      method: 'POST',
      headers: { Authorization: `Basic ${btoa(`${other.clientId}:${other.clientSecret}`)}` },
      body: new URLSearchParams({ grant_type: 'refresh_token', refresh_token: other.refreshToken }),
    })
    const { access_token: token } = (await answer.json()) as { readonly access_token: string }
    const theirs = await fetch(`${other.apiUrl}/company/${other.realmId}/term?requestid=a-1`, {
      method: 'POST',
      headers: { Authorization: `Bearer ${token}`, 'Content-Type': 'application/json', Accept: '*/*' },
      body: JSON.stringify({ Name: 'Net 108', DueDays: 108 }),
    })
    expect(theirs.status).toBe(200)
  })
})

test.each([['x'.repeat(51)], ['']])('a request id of %j is refused', async (id) => {
  const answer = await send(`/term?requestid=${id}`, { Name: 'Net 109', DueDays: 1 })
  expect(JSON.parse(answer.text)).toMatchObject({ Fault: { Error: [{ code: '2130' }] } })
  expect(countOf('Net 109')).toBe(0)
})

test('a request id of fifty characters is taken', async () => {
  const answer = await send(`/term?requestid=${'y'.repeat(50)}`, { Name: 'Net 110', DueDays: 1 })
  expect(answer.status).toBe(200)
})
