import { afterEach, beforeAll, describe, expect, it } from '@jest/globals'
import fc from 'fast-check'
import { createQuickBooks } from '../../../src/quickbooks/client/create-quickbooks.ts'
import { defaultLimits } from '../../../src/quickbooks/client/limits.ts'
import type { QuickBooks } from '../../../src/quickbooks/quickbooks.ts'
import type { WriteOutcome } from '../../../src/quickbooks/write-outcome.ts'
import { fakeAccess } from '../../support/fake-access.ts'
import { basicOf, type Sandbox, startSandbox } from '../../support/sandbox.ts'

let sandbox: Sandbox
let books: QuickBooks
let impatient: QuickBooks
const { access, asked } = fakeAccess({
  token: async () => ({ realmId: sandbox.address.realmId, accessToken: sandbox.accessToken }),
  renewed: async () => ({ realmId: sandbox.address.realmId, accessToken: await anotherToken() }),
})

beforeAll(async () => {
  sandbox = await startSandbox()
  const { apiUrl } = sandbox.address
  books = createQuickBooks({ access, apiUrl })
  const limits = { ...defaultLimits, writeMilliseconds: 1_000, readMilliseconds: 1_000 }
  impatient = createQuickBooks({ access, apiUrl, limits })
})
afterEach(() => fetch(`${sandbox.url}/_sandbox/knobs`, { method: 'DELETE' }))

async function anotherToken(): Promise<string> {
  const { address, url } = sandbox
  const answer = await fetch(`${url}/oauth2/v1/tokens/bearer`, {
    method: 'POST',
    headers: { Authorization: basicOf(address) },
    body: new URLSearchParams({
      grant_type: 'refresh_token',
      refresh_token: sandbox.company.address().refreshToken,
    }),
  })
  return ((await answer.json()) as { readonly access_token: string }).access_token
}

let numbers = 0
const aCustomer = (DisplayName = `Customer ${(numbers += 1)}`) => ({
  entity: 'Customer' as const,
  body: { DisplayName },
  requestId: `act_${(numbers += 1)}`,
})

async function created(DisplayName?: string): Promise<{ readonly Id: string; readonly SyncToken: string }> {
  return entityOf(await books.create(aCustomer(DisplayName)))
}

function entityOf(outcome: WriteOutcome): { readonly Id: string; readonly SyncToken: string } {
  if (outcome.outcome !== 'succeeded') throw new Error(JSON.stringify(outcome))
  return outcome.entity
}

describe('a company', () => {
  it('is read and written', async () => {
    const { Id, SyncToken } = await created('Northwind LLC')
    expect(await books.get('Customer', Id)).toMatchObject({ value: { DisplayName: 'Northwind LLC' } })
    const changed = await books.update({
      entity: 'Customer',
      body: { Id, SyncToken, CompanyName: 'Northwind' },
      requestId: `act_${(numbers += 1)}`,
    })
    expect(changed).toMatchObject({
      outcome: 'succeeded',
      entity: { DisplayName: 'Northwind LLC', CompanyName: 'Northwind', SyncToken: '1' },
      intuitTid: expect.any(String),
    })
    expect(await books.preferences()).toMatchObject({ outcome: 'read', value: { Id: '1' } })
    expect(await books.companyInfo()).toMatchObject({
      outcome: 'read',
      value: { CompanyName: expect.any(String) },
    })
  })

  it('has nothing where it has nothing', async () => {
    expect(await books.get('Customer', '999999')).toEqual({ outcome: 'read', value: undefined })
    const where = [{ field: 'DisplayName', operator: '=', value: 'Nobody' }] as const
    expect(await books.query({ entity: 'Customer', where })).toEqual({ outcome: 'read', value: [] })
  })

  it('refuses in its own words', async () => {
    await created('Taken')
    expect(await books.create(aCustomer('Taken'))).toMatchObject({
      outcome: 'refused',
      refusal: {
        httpStatus: 400,
        error: expect.stringContaining('The name supplied already exists'),
        faults: [{ code: '6240', message: 'Duplicate Name Exists Error', detail: expect.any(String) }],
        intuitTid: expect.any(String),
      },
    })
  })

  it('finds every name that it has, whatever it is', async () => {
    const character = fc.constantFrom(...Array.from(`ab '"\\%&#+=<>@;?/.,$(é漢🦄`))
    await fc.assert(
      fc.asyncProperty(fc.string({ unit: character, minLength: 1, maxLength: 30 }), async (any) => {
        // Names begin and end with more than blanks.
        const name = `${(numbers += 1)}${any}.`
        const { Id } = await created(name)
        const where = [{ field: 'DisplayName', operator: '=', value: name }] as const
        const query = { entity: 'Customer', where } as const
        expect(await books.query(query)).toMatchObject({ outcome: 'read', value: [{ Id }] })
        expect(await books.queries([query, { entity: 'Term' }])).toMatchObject({ value: [[{ Id }], {}] })
      }),
      { numRuns: 40 },
    )
  })

  it('answers several questions at once, in order', async () => {
    const names = Array.from({ length: 35 }, () => `Batch ${(numbers += 1)}`)
    const ids = await Promise.all(names.map(async (name) => (await created(name)).Id))
    const found = await books.queries(
      names.map((name) => ({
        entity: 'Customer',
        where: [{ field: 'DisplayName', operator: '=', value: name }],
      })),
    )
    expect(found).toMatchObject({ outcome: 'read', value: ids.map((Id) => [{ Id }]) })
  })

  it('tells what changed', async () => {
    const since = new Date(Date.now() - 60_000)
    const { Id } = await created()
    const changes = await books.changes(['Customer', 'Invoice'], since)
    expect(changes).toMatchObject({
      outcome: 'read',
      value: [{ entity: 'Customer', complete: true }, { entity: 'Invoice' }],
    })
    expect(JSON.stringify(changes)).toContain(`"Id":"${Id}"`)
  })
})

describe('a write whose answer is lost', () => {
  it.each([
    ['commit-then-drop', {}, 'reset', 1],
    ['drop-before-commit', {}, 'reset', 0],
    ['half-body', {}, 'half-answer', 1],
    ['html-502', { commit: true }, 'bad-gateway', 1],
    ['html-502', {}, 'bad-gateway', 0],
    ['hang', { commit: true }, 'timeout', 1],
    ['slow-drip', { everyMilliseconds: 60_000 }, 'timeout', 1],
  ])(
    'by %s %j is in doubt by %s, and is made once when it is made again',
    async (knob, more, reason, done) => {
      // Of a kind that answers again to the same request id.
      const write = {
        entity: 'Term' as const,
        body: { Name: `Net ${(numbers += 1)}`, DueDays: 5 },
        requestId: `act_${(numbers += 1)}`,
      }
      const effects = () => sandbox.company.ledger().filter(({ requestId }) => requestId === write.requestId)
      await sandbox.setKnob({ knob, match: 'POST term', ...more })
      const isSlow = reason === 'timeout'
      expect(await (isSlow ? impatient : books).create(write)).toMatchObject({ outcome: 'unknown', reason })
      expect(effects()).toHaveLength(done)
      const { Id } = entityOf(await books.create(write))
      expect(effects()).toMatchObject([{ id: Id }])
    },
  )
})

describe('a read whose answer is lost', () => {
  it.each([
    ['drop-before-commit', {}, 'reset'],
    ['half-body', {}, 'half-answer'],
    ['html-502', {}, 'bad-gateway'],
    ['hang', {}, 'timeout'],
    ['slow-drip', { everyMilliseconds: 60_000 }, 'timeout'],
  ])('by %s %j fails by %s, and is made again', async (knob, more, reason) => {
    await sandbox.setKnob({ knob, match: 'GET query', ...more })
    const query = { entity: 'Term' } as const
    expect(await (reason === 'timeout' ? impatient : books).query(query)).toEqual({
      outcome: 'failed',
      reason,
    })
    expect(await books.query(query)).toMatchObject({ outcome: 'read' })
  })
})

describe('a refusal', () => {
  it('with status 200 is a refusal', async () => {
    await created('Taken as well')
    await sandbox.setKnob({ knob: 'fault-in-200', match: 'POST customer' })
    expect(await books.create(aCustomer('Taken as well'))).toMatchObject({
      outcome: 'refused',
      refusal: { httpStatus: 200, faults: [{ code: '6240' }] },
    })
  })

  it.each(['gateway', 'service'])(
    'for too many requests, as the %s says it, is known as such',
    async (shape) => {
      asked.length = 0
      await sandbox.setKnob({ knob: 'throttle-429', shape })
      expect(await books.create(aCustomer())).toMatchObject({ outcome: 'not-sent', waitingFor: 'rate-limit' })
      expect(asked).toContainEqual(['throttled', 'minute'])
    },
  )

  it('for too many reads of the month is known as such, and writes go on', async () => {
    asked.length = 0
    await sandbox.setKnob({ knob: 'monthly-limit' })
    expect(await books.query({ entity: 'Term' })).toMatchObject({
      outcome: 'not-sent',
      waitingFor: 'monthly-reads',
    })
    expect(asked).toContainEqual(['throttled', 'month'])
    await created()
  })

  it('of a token that expired is followed by the same request with another token', async () => {
    await sandbox.setKnob({ knob: 'expire-access-tokens' })
    const write = aCustomer()
    const { Id } = entityOf(await books.create(write))
    const effects = sandbox.company.ledger().filter(({ requestId }) => requestId === write.requestId)
    expect(effects).toMatchObject([{ id: Id }])
  })
})
