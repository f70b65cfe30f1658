import { describe, expect, it } from '@jest/globals'
import { startService } from '../support/api-client.ts'
import { faultsIn, itIsOnlyFor } from '../support/refusals.ts'
import { addFirm, headersOf, hoursAgo, NOW } from '../support/tenant.ts'

const FACTS = {
  name: 'Cabinet Tremblay',
  locale: 'fr-CA',
  timeZone: 'America/Toronto',
  currency: 'CAD',
  notificationAddresses: ['bureau@tremblay.example'],
  host: null,
  resyncBy: 'host',
}

let time = hoursAgo(0)
const SECRET = `whsec_${Buffer.alloc(32, 7).toString('base64')}`
const URL = 'https://host.example/syncdoctor'

const service = await startService({ SECRET_KEY: 'ab'.repeat(32) }, { now: () => new Date(time) })
const { api, stores } = service
const headers = await headersOf(stores, 'integrator')
const put = (id: string, body: unknown) => api.ask('put', `/v1/firms/${id}`, { body, headers })

describe('a firm that is put', () => {
  it('is new under an id that had none', async () => {
    const answer = await put('tremblay', FACTS)
    expect(answer.status).toBe(201)
    expect(answer.headers.etag).toBe('"1.en"')
    const firm = answer.as('Firm')
    expect(firm).toEqual({
      id: 'tremblay',
      ...FACTS,
      createdAt: NOW.toISOString(),
      updatedAt: NOW.toISOString(),
    })
    expect((await api.get('/v1/firms/tremblay', headers)).as('Firm')).toEqual(firm)
  })

  it('is American, in dollars and on universal time, if nothing is said of that', async () => {
    expect((await put('plain', { name: 'Plain' })).as('Firm')).toMatchObject({
      locale: 'en-US',
      timeZone: 'UTC',
      currency: 'USD',
      notificationAddresses: [],
    })
  })

  it('has all its facts put anew under an id that it has, and keeps the day it was added', async () => {
    await put('again', FACTS)
    time = hoursAgo(-1)
    const answer = await put('again', { name: 'Another name' })
    time = hoursAgo(0)
    expect(answer.status).toBe(200)
    expect(answer.headers.etag).toBe('"2.en"')
    expect(answer.as('Firm')).toEqual({
      id: 'again',
      name: 'Another name',
      locale: 'en-US',
      timeZone: 'UTC',
      currency: 'USD',
      notificationAddresses: [],
      host: null,
      resyncBy: 'syncdoctor',
      createdAt: hoursAgo(0),
      updatedAt: hoursAgo(-1),
    })
  })

  it('has a host whose secret nobody is ever told, and which is kept sealed', async () => {
    const answer = await put('hosted', {
      name: 'Hosted',
      host: { url: URL, secret: SECRET },
      resyncBy: 'host',
    })
    expect(answer.as('Firm')).toMatchObject({ host: { url: URL }, resyncBy: 'host' })
    const read = await api.get('/v1/firms/hosted', headers)
    const listed = await api.get('/v1/firms', headers)
    const kept = JSON.stringify(await stores.collections.firms.get('hosted'))
    for (const text of [answer.text, read.text, listed.text, kept]) {
      expect(text).toContain(URL)
      expect(text).not.toContain(SECRET.slice(6, 30))
    }
    expect((await put('hosted', { name: 'Hosted' })).as('Firm').host).toBeNull()
  })

  it('has no host where the service has no key to seal its secret with', async () => {
    const without = await startService({}, { now: () => NOW })
    const body = { name: 'Hosted', host: { url: URL, secret: SECRET } }
    const answer = await without.api.ask('put', '/v1/firms/x', {
      body,
      headers: await headersOf(without.stores, 'integrator'),
    })
    expect(answer.status).toBe(409)
    expect(answer.as('Problem').code).toBe('secrets-not-set-up')
    expect(await without.stores.firms.get('x')).toBeUndefined()
  })

  it('is added once, however many add it at the same time', async () => {
    const answers = await Promise.all(Array.from({ length: 10 }, () => put('crowded', FACTS)))
    expect(answers.map(({ status }) => status).toSorted()).toEqual([...Array<number>(9).fill(200), 201])
  })

  it('has a name that can be written, even if half a character was sent', async () => {
    expect((await put('half', '{"name":"Half \\ud83d"}')).as('Firm').name).toBe('Half \ufffd')
  })

  it('may be put by a key of this firm alone, before it is there', async () => {
    const own = await headersOf(stores, 'integrator', 'early')
    expect((await api.ask('put', '/v1/firms/early', { body: FACTS, headers: own })).status).toBe(201)
  })
})

describe('facts of a firm are refused', () => {
  it.each([
    ['without a name', { locale: 'en-US' }, ['body /name required']],
    ['with an empty name', { name: '' }, ['body /name minLength']],
    ['in an unknown currency', { name: 'x', currency: 'ZZZ' }, ['body /currency unknown']],
    ['in a currency without capitals', { name: 'x', currency: 'usd' }, ['body /currency pattern']],
    ['in an unknown time zone', { name: 'x', timeZone: 'Europe/Atlantis' }, ['body /timeZone unknown']],
    ['in a locale that nobody is answered in', { name: 'x', locale: 'de-DE' }, ['body /locale pattern']],
    [
      'with an address that is none',
      { name: 'x', notificationAddresses: ['a@b.example', 'nobody'] },
      ['body /notificationAddresses/1 format'],
    ],
    [
      'with a host whose address is none',
      { name: 'x', host: { url: 'ftp://host.example', secret: SECRET } },
      ['body /host/url pattern'],
    ],
    ['with a host that shares no secret', { name: 'x', host: { url: URL } }, ['body /host/secret required']],
    [
      'with a secret that is written in another way than its own',
      { name: 'x', host: { url: URL, secret: `whsec_${'A'.repeat(41)}B==` } },
      ['body /host/secret format'],
    ],
    ['with a member that is not known', { name: 'x', country: 'CA' }, ['body /country additionalProperties']],
    [
      'for all that is wrong at once',
      { name: 'x', currency: 'QQQ', timeZone: 'Mars' },
      ['body /currency unknown', 'body /timeZone unknown'],
    ],
  ])('%s', async (_name, body, faults) => {
    expect(faultsIn(await put('refused', body))).toEqual(faults)
    expect((await api.get('/v1/firms/refused', headers)).status).toBe(404)
  })

  it.each(['with%20blank', 'a.b', 'x'.repeat(65), '%C3%A9'])('under the id %s', async (id) => {
    expect(faultsIn(await put(id, FACTS))).toEqual(['path /firmId pattern'])
  })

  it('without a body, or as another media type', async () => {
    expect(faultsIn(await api.ask('put', '/v1/firms/refused', { headers }))).toEqual(['body  required'])
    const xml = { ...headers, 'Content-Type': 'application/xml' }
    expect((await api.ask('put', '/v1/firms/refused', { body: '<firm/>', headers: xml })).status).toBe(415)
  })
})

describe('the address of a host, where private ones are not called', () => {
  it.each([
    ['http://app.example.com/syncdoctor', 'https'],
    ['https://127.0.0.1/', 'private-address'],
    ['https://0x7f.1/', 'private-address'],
    ['https://[::ffff:10.0.0.1]/', 'private-address'],
    ['https://localhost:8080/', 'private-address'],
    ['https://metadata.google.internal/', 'private-address'],
  ])('is refused at once where its text tells: %s', async (url, code) => {
    const strict = await startService({ SECRET_KEY: 'ab'.repeat(32), ALLOW_PRIVATE_WEBHOOKS: '0' })
    const key = await addFirm(strict.api, strict.stores)
    const host = { url, secret: SECRET }
    const wrong = [`body /host/url ${code}`]
    const put = await strict.api.ask('put', '/v1/firms/new', { body: { name: 'New', host }, headers: key })
    expect(faultsIn(put)).toEqual(wrong)
    const patched = await strict.api.ask('patch', '/v1/firms/acme', { body: { host }, headers: key })
    expect(faultsIn(patched)).toEqual(wrong)
  })
})

describe('who may put a firm', () => {
  itIsOnlyFor(service, { method: 'put', address: '/v1/firms/acme' }, ['integrator'])
})
