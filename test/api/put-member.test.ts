import { describe, expect, it } from '@jest/globals'
import { startService } from '../support/api-client.ts'
import { faultsIn, itIsOnlyFor } from '../support/refusals.ts'
import { addFirm, NOW, sessionOf } from '../support/tenant.ts'

const FACTS = { name: 'Grâce Roy', email: 'grace@acme.example', role: 'admin', language: 'fr' }

const service = await startService({}, { now: () => NOW })
const { api, stores } = service
const host = await addFirm(api, stores)
await addFirm(api, stores, 'beta')

const put = (id: string, body: unknown, headers = host, firmId = 'acme') =>
  api.ask('put', `/v1/firms/${firmId}/members/${id}`, { body, headers })

describe('a member who is put', () => {
  it('is new under an id that had nobody', async () => {
    const answer = await put('grace', FACTS)
    expect(answer.status).toBe(201)
    expect(answer.as('Member')).toEqual({ id: 'grace', firmId: 'acme', ...FACTS, notices: 'at-once' })
    const { data } = (await api.get('/v1/firms/acme/members', host)).as('MemberList')
    expect(data).toContainEqual(answer.as('Member'))
  })

  it('has all their facts put anew under an id that has somebody', async () => {
    await put('anew', FACTS)
    const answer = await put('anew', { name: 'Only a name', role: 'staff' })
    expect(answer.status).toBe(200)
    expect(answer.as('Member')).toEqual({
      id: 'anew',
      firmId: 'acme',
      name: 'Only a name',
      email: null,
      role: 'staff',
      language: null,
      notices: 'at-once',
    })
  })

  it('gets mails as often as was said, until something else is said', async () => {
    expect((await put('calm', { ...FACTS, notices: 'daily' })).as('Member').notices).toBe('daily')
    expect((await put('calm', FACTS)).as('Member').notices).toBe('daily')
    expect((await put('calm', { ...FACTS, notices: 'hourly' })).as('Member').notices).toBe('hourly')
  })

  it('may have no address and no language', async () => {
    const nobody = { ...FACTS, email: null, language: null }
    expect((await put('quiet', nobody)).as('Member')).toMatchObject(nobody)
  })

  it('is another person than the one with this id in another firm', async () => {
    expect((await put('mem_1', { name: 'Of Beta', role: 'staff' }, host, 'beta')).status).toBe(200)
    const { data } = (await api.get('/v1/firms/acme/members', host)).as('MemberList')
    expect(data.find(({ id }) => id === 'mem_1')).toMatchObject({ name: 'Ada Nowak', role: 'owner' })
  })

  it('may be put by an owner, and not by an admin', async () => {
    const owner = await sessionOf(service)
    expect((await put('hired', FACTS, owner)).status).toBe(201)
    const admin = await sessionOf(service, 'hired')
    expect((await put('hired', { ...FACTS, role: 'owner' }, admin)).status).toBe(403)
  })

  it('has the powers of the new role at once, in sessions that were there before', async () => {
    await put('rising', { name: 'Rising', role: 'owner' })
    const session = await sessionOf(service, 'rising')
    expect((await put('by-rising', FACTS, session)).status).toBe(201)
    await put('rising', { name: 'Falling', role: 'staff' })
    expect((await put('by-rising', FACTS, session)).status).toBe(403)
  })

  it('is added once, however many add them at the same time', async () => {
    const answers = await Promise.all(Array.from({ length: 10 }, () => put('crowd', FACTS)))
    expect(answers.map(({ status }) => status).toSorted()).toEqual([...Array<number>(9).fill(200), 201])
  })

  it('has a name that can be written, even if half a character was sent', async () => {
    expect((await put('half', '{"name":"\\ud83d","role":"staff"}')).as('Member').name).toBe('\ufffd')
  })
})

describe('the facts of a member are refused', () => {
  it.each([
    ['without a role', { name: 'x' }, ['body /role required']],
    ['without anything', {}, ['body /name required', 'body /role required']],
    ['with a role of keys', { ...FACTS, role: 'integrator' }, ['body /role enum']],
    ['with an address that is none', { ...FACTS, email: 'nobody' }, ['body /email format']],
    ['with mails as often as nobody gets them', { ...FACTS, notices: 'weekly' }, ['body /notices enum']],
    ['with an unknown member', { ...FACTS, phone: '1' }, ['body /phone additionalProperties']],
    ['with a name of 301 letters', { ...FACTS, name: 'x'.repeat(301) }, ['body /name maxLength']],
  ])('%s', async (_name, body, faults) => {
    expect(faultsIn(await put('refused', body))).toEqual(faults)
  })

  it('in a language that nobody is answered in', async () => {
    expect(faultsIn(await put('refused', { ...FACTS, language: 'de' }))).toContain('body /language enum')
  })

  it('under an id that is none', async () => {
    expect(faultsIn(await put('a%20b', FACTS))).toEqual(['path /memberId pattern'])
  })

  it('of a firm that is not there', async () => {
    expect((await put('mem_1', FACTS, host, 'nobody')).status).toBe(404)
  })
})

describe('who may put a member', () => {
  itIsOnlyFor(service, { method: 'put', address: '/v1/firms/acme/members/mem_1' }, ['owner', 'integrator'])
})
