import { describe, expect, it } from '@jest/globals'
import { startService } from '../support/api-client.ts'
import { faultsIn, itIsOnlyFor } from '../support/refusals.ts'
import { addFirm, headersOf, hoursAgo, NOW, sessionOf } from '../support/tenant.ts'

const ADDRESS = '/v1/firms/acme'

let time = hoursAgo(0)
const service = await startService({}, { now: () => new Date(time) })
const { api, stores } = service
const host = await addFirm(api, stores)

const patch = (body: unknown, headers: Record<string, string> = host) =>
  api.ask('patch', ADDRESS, { body, headers })

describe('a change of a firm', () => {
  it('leaves the facts that it does not name', async () => {
    const before = (await api.get(ADDRESS, host)).as('Firm')
    time = hoursAgo(-2)
    const changed = (await patch({ currency: 'EUR' })).as('Firm')
    time = hoursAgo(0)
    expect(changed).toEqual({ ...before, currency: 'EUR', updatedAt: hoursAgo(-2) })
    expect((await api.get(ADDRESS, host)).as('Firm')).toEqual(changed)
  })

  it('may be of every fact', async () => {
    const facts = {
      name: 'Acme & fils',
      locale: 'fr',
      timeZone: 'Europe/Paris',
      currency: 'JPY',
      notificationAddresses: ['a@acme.example'],
      host: null,
      resyncBy: 'host',
    }
    expect((await patch(facts)).as('Firm')).toEqual({
      id: 'acme',
      ...facts,
      createdAt: NOW.toISOString(),
      updatedAt: NOW.toISOString(),
    })
  })

  it('has a name that can be written, even if half a character was sent', async () => {
    expect((await patch('{"name":"Half \\ud83d"}')).as('Firm').name).toBe('Half \ufffd')
  })

  it.each(['owner', 'admin'] as const)('may be made by its %s', async (role) => {
    const answer = await patch({ name: `by ${role}` }, await headersOf(stores, role, 'acme'))
    expect(answer.as('Firm').name).toBe(`by ${role}`)
  })

  it('may be made by an owner in the browser, from our own pages only', async () => {
    const owner = await sessionOf(service)
    expect((await patch({ currency: 'GBP' }, owner)).as('Firm').currency).toBe('GBP')
    const elsewhere = await patch({ currency: 'CHF' }, { ...owner, Origin: 'https://evil.example' })
    expect(elsewhere.status).toBe(403)
    expect(elsewhere.as('Problem').code).toBe('foreign-origin')
    expect((await patch({ currency: 'CHF' }, { Cookie: owner.Cookie ?? '' })).status).toBe(403)
  })
})

describe('a change that rests on a version', () => {
  it('is made on that version, and tells the next', async () => {
    const { etag = '' } = (await api.get(ADDRESS, host)).headers
    const first = await patch({ name: 'First' }, { ...host, 'If-Match': etag })
    expect(first.status).toBe(200)
    expect(first.headers.etag).not.toBe(etag)
    const second = await patch({ name: 'Second' }, { ...host, 'If-Match': first.headers.etag ?? '' })
    expect(second.status).toBe(200)
  })

  it('is made on any version for a star, and on the one of several that stands', async () => {
    expect((await patch({ name: 'Any' }, { ...host, 'If-Match': '*' })).status).toBe(200)
    const { etag = '' } = (await api.get(ADDRESS, host)).headers
    const several = { ...host, 'If-Match': `"1.en", ${etag}` }
    expect((await patch({ name: 'Several' }, several)).status).toBe(200)
  })

  it('rests on the version whatever language it was read in', async () => {
    const { etag = '' } = (await api.get(`${ADDRESS}?lang=fr`, host)).headers
    expect(etag).toMatch(/^"\d+\.fr"$/u)
    expect((await patch({ name: 'French' }, { ...host, 'If-Match': etag })).status).toBe(200)
  })

  it.each(['"0.en"', '"99"', 'W/"1.en"', 'nonsense', '""'])(
    'is refused on %s, and changes nothing',
    async (tag) => {
      const before = (await api.get(ADDRESS, host)).text
      const answer = await patch({ name: 'Lost' }, { ...host, 'If-Match': tag })
      expect(answer.status).toBe(412)
      expect(answer.as('Problem').code).toBe('precondition-failed')
      expect((await api.get(ADDRESS, host)).text).toBe(before)
    },
  )

  it('is made by one of many who change the same version at once', async () => {
    const { etag = '' } = (await api.get(ADDRESS, host)).headers
    const answers = await Promise.all(
      ['EUR', 'GBP', 'CHF', 'SEK'].map((currency) => patch({ currency }, { ...host, 'If-Match': etag })),
    )
    expect(answers.map(({ status }) => status).toSorted()).toEqual([200, 412, 412, 412])
  })
})

describe('a change of a firm is refused', () => {
  it.each([
    ['to no name', { name: '' }, 'body /name minLength'],
    ['to an unknown currency', { currency: 'QQQ' }, 'body /currency unknown'],
    ['to an unknown time zone', { timeZone: 'Moon/Base' }, 'body /timeZone unknown'],
    ['of its id', { id: 'other' }, 'body /id additionalProperties'],
    ['that is a list', [], 'body  type'],
  ])('%s', async (_name, body, fault) => {
    expect(faultsIn(await patch(body))).toEqual([fault])
  })

  it('where there is no such firm', async () => {
    const answer = await api.ask('patch', '/v1/firms/nobody', { body: { currency: 'EUR' }, headers: host })
    expect(answer.status).toBe(404)
  })
})

describe('who may change a firm', () => {
  itIsOnlyFor(service, { method: 'patch', address: ADDRESS }, ['owner', 'admin', 'integrator'])
})
