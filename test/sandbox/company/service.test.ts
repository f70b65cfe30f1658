import { beforeAll, describe, expect, test } from '@jest/globals'
import { type Sandbox, startSandbox } from '../../support/sandbox.ts'

let sandbox: Sandbox
beforeAll(async () => {
  sandbox = await startSandbox()
})

const newTerm = async (Name: string) => {
  const { body } = await sandbox.json('/term', { body: { Name, DueDays: 5 } })
  return body.Term as { readonly Id: string; readonly SyncToken: string }
}
const fault = (code: string, detail: string) => ({
  Fault: { Error: [{ code, Detail: expect.stringContaining(detail) }], type: 'ValidationFault' },
  time: expect.stringMatching(/^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d\.\d{3}-08:00$/u),
})

describe('an entity', () => {
  test('is created, read, changed in part, and changed as a whole', async () => {
    const { Id } = await newTerm('Net 5')
    expect(Id).toMatch(/^\d+$/u)
    const read = await sandbox.json(`/term/${Id}`)
    expect(read).toMatchObject({ status: 200, body: { Term: { Id, SyncToken: '0', DueDays: 5 } } })
    const part = { Id, SyncToken: '0', sparse: true, DueDays: 6 }
    expect((await sandbox.json('/term', { body: part })).body).toMatchObject({
      Term: { Name: 'Net 5', DueDays: 6, SyncToken: '1' },
      time: expect.any(String),
    })
    const whole = { Id, SyncToken: '1', Name: 'Net 7', DueDays: 7 }
    expect((await sandbox.json('/term?operation=update', { body: whole })).body).toMatchObject({
      Term: { Name: 'Net 7', DueDays: 7, SyncToken: '2' },
    })
  })

  test('is found whatever the case of its kind in the path, with any minor version', async () => {
    const { Id } = await newTerm('Net 8')
    expect((await sandbox.call(`/Term/${Id}?minorversion=75&format=json`)).status).toBe(200)
    expect((await sandbox.call(`/TERM/${Id}?minorversion=1`)).status).toBe(200)
  })

  test.each([
    ['/invoice/abc', '2030', 'Id should be a valid number. Supplied value:abc'],
    ['/invoice/', '500', 'Could not find resource for relative'],
    ['/term/999999', '610', 'Object Not Found'],
    ['/nothing/1', '500', 'Could not find resource for relative : /nothing'],
    ['/invoice', '500', 'Could not find resource for relative'],
    ['/invoice/1/pdf/x', '500', 'is not supported.'],
    ['', '500', 'Could not find resource for relative'],
  ])('is not at %s', async (path, code, detail) => {
    const { status, body } = await sandbox.json(path)
    expect(status).toBe(400)
    expect(body).toMatchObject(fault(code, detail))
  })

  test('exists once for company and preferences', async () => {
    expect((await sandbox.json(`/companyinfo/${sandbox.address.realmId}`)).body).toMatchObject({
      CompanyInfo: { CompanyName: expect.any(String) },
    })
    expect((await sandbox.json('/preferences')).body).toMatchObject({ Preferences: { Id: '1' } })
  })
})

describe('a body', () => {
  test.each([
    ['not JSON', '{"Name":', '2010', 'Property Name:failed to parse json object'],
    ['empty', '', '2010', 'Property Name:failed to parse json object'],
  ])('that is %s is refused', async (_what, body, code, detail) => {
    const answer = await sandbox.json('/term', { body })
    expect(answer).toMatchObject({ status: 400, body: fault(code, detail) })
  })

  test('of another type is refused', async () => {
    const headers = { 'Content-Type': 'text/html' }
    const answer = await sandbox.json('/term', { body: '{"Name":"x"}', headers })
    expect(answer).toMatchObject({
      status: 400,
      body: { Fault: { Error: [{ code: '1050', Message: 'Invalid Content Type' }] } },
    })
  })

  test('that is not UTF-8 is refused', async () => {
    const answer = await fetch(`${sandbox.address.apiUrl}/company/${sandbox.address.realmId}/term`, {
      method: 'POST',
      headers: {
        Authorization: `Bearer ${sandbox.accessToken}`,
        Accept: 'application/json',
        'Content-Type': 'application/json',
      },
      body: Buffer.from('{"Name":"caf\xe9"}', 'latin1'),
    })
    expect(await answer.json()).toMatchObject(fault('500', 'Invalid byte 1 of 1-byte UTF-8 sequence'))
  })

  test('may have no end; it is not read', async () => {
    const body = JSON.stringify({ Name: 'x'.repeat(3 * 1024 * 1024) })
    const answer = await sandbox.call('/term', { body })
    expect(answer.status).toBe(413)
  })
})

test.each(['PUT', 'DELETE', 'PATCH'])('%s is nothing that the service knows', async (method) => {
  const answer = await sandbox.call('/term/1', { method })
  expect(answer.status).toBe(405)
  expect(answer.headers.get('allow')).toBe('GET, POST')
  expect(await answer.json()).toMatchObject(fault('500', `Operation ${method} is not supported.`))
})

test('an operation that is none is refused', async () => {
  const answer = await sandbox.json('/term?operation=explode', { body: { Name: 'x' } })
  expect(answer.body).toMatchObject(fault('500', 'Operation EXPLODE is not supported.'))
})

describe('the form of an answer', () => {
  const text = async (path: string, headers: Readonly<Record<string, string>>) => {
    const answer = await sandbox.call(path, { headers })
    return { type: answer.headers.get('content-type'), text: await answer.text() }
  }

  test.each(['application/json', '*/*', 'application/json, text/plain, */*', 'text/html, */*;q=0.1'])(
    'is JSON for %s',
    async (Accept) => {
      expect((await text('/preferences', { Accept })).type).toBe('application/json;charset=UTF-8')
    },
  )

  test.each(['application/xml', 'text/xml', 'application/xml, application/json;q=0.5'])(
    'is XML for %s',
    async (Accept) => {
      expect((await text('/preferences', { Accept })).type).toBe('application/xml;charset=UTF-8')
    },
  )

  test('is JSON by the parameter', async () => {
    const answer = await text('/preferences?format=json', { Accept: 'application/xml' })
    expect(answer.type).toBe('application/json;charset=UTF-8')
  })

  test('holds a fault in XML as QuickBooks writes it', async () => {
    const answer = await text('/invoice/<&">', { Accept: 'application/xml' })
    expect(answer.text).toMatch(
      /^<\?xml version="1.0" encoding="UTF-8" standalone="yes"\?><IntuitResponse xmlns="http:\/\/schema.intuit.com\/finance\/v3" time="[^"]+"><Fault type="ValidationFault"><Error code="2030"(?: element="[^"]*")?><Message>Invalid ID<\/Message><Detail>/u,
    )
    expect(answer.text).toContain('Supplied value:&lt;&amp;&quot;&gt;')
  })

  test('holds an entity in XML', async () => {
    const { Id } = await newTerm('A & B \u0001')
    const answer = await text(`/term/${Id}`, { Accept: 'application/xml' })
    expect(answer.text).toMatch(/<Term domain="QBO" sparse="false">/u)
    expect(answer.text).toContain('<Name>A &amp; B ')
    expect(answer.text).not.toContain('\u0001')
  })
})
