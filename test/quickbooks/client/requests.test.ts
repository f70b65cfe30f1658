import { afterAll, beforeEach, describe, expect, it } from '@jest/globals'
import fc from 'fast-check'
import { createRequire } from 'node:module'
import { createQuickBooks } from '../../../src/quickbooks/client/create-quickbooks.ts'
import { entityNames } from '../../../src/quickbooks/entity-name.ts'
import type { Condition, Query } from '../../../src/quickbooks/quickbooks.ts'
import { fakeAccess, FIRST_TOKEN, REALM } from '../../support/fake-access.ts'
import { faultBody, saying, startFaultServer, success } from '../../support/fault-server.ts'
import { readLiteral } from '../../support/read-literal.ts'

const server = await startFaultServer()
afterAll(() => server.stop())
beforeEach(() => server.answer(success))

const { access, asked } = fakeAccess()
const quickBooks = createQuickBooks({ access, apiUrl: server.apiUrl })
const { seen } = server
const company = `/v3/company/${REALM}`

describe.each(entityNames)('%s', (entity) => {
  const thing = { Id: '7', SyncToken: '3', MetaData: { CreateTime: '2026-03-02T09:41:00-08:00' } }
  beforeEach(() => server.answer(saying(200, { [entity]: thing, time: 'now' })))

  it('is created with our request id', async () => {
    const outcome = await quickBooks.create({ entity, body: { Name: 'x' }, requestId: 'act_1' })
    expect(outcome).toEqual({ outcome: 'succeeded', entity: thing, intuitTid: '1-67f0-tid' })
    expect(seen).toEqual([
      {
        method: 'POST',
        path: `${company}/${entity.toLowerCase()}`,
        query: new URLSearchParams({ requestid: 'act_1', minorversion: '75', format: 'json' }),
        token: FIRST_TOKEN,
        body: { Name: 'x' },
      },
    ])
  })

  it('is changed sparsely, unless all of it is told', async () => {
    const body = { Id: '7', SyncToken: '3', Name: 'y' }
    expect(await quickBooks.update({ entity, body, requestId: 'act_2' })).toMatchObject({
      outcome: 'succeeded',
      entity: thing,
    })
    await quickBooks.update({ entity, body: { ...body, sparse: false }, requestId: 'act_3' })
    expect(seen).toMatchObject([
      { path: `${company}/${entity.toLowerCase()}`, body: { ...body, sparse: true } },
      { body: { ...body, sparse: false } },
    ])
    expect(seen.map(({ query }) => query.get('requestid'))).toEqual(['act_2', 'act_3'])
  })

  it('is read', async () => {
    expect(await quickBooks.get(entity, '7')).toEqual({ outcome: 'read', value: thing })
    expect(seen).toMatchObject([{ method: 'GET', path: `${company}/${entity.toLowerCase()}/7` }])
  })

  it('is found', async () => {
    server.answer(saying(200, { QueryResponse: { [entity]: [thing], startPosition: 1, maxResults: 1 } }))
    expect(await quickBooks.query({ entity, limit: 5, startPosition: 6 })).toEqual({
      outcome: 'read',
      value: [thing],
    })
    expect(seen[0]?.query.get('query')?.toLowerCase()).toBe(
      `select * from ${entity.toLowerCase()} startposition 6 maxresults 5`,
    )
  })
})

describe('a write', () => {
  it('leaves what it was given as it was, so that each try is the same', async () => {
    const line = Object.freeze({ Amount: 5 })
    const write = Object.freeze({
      entity: 'Invoice' as const,
      body: Object.freeze({ requestId: 'not ours', Line: Object.freeze([line]) }),
      requestId: 'act_1',
    })
    await quickBooks.create(write)
    await quickBooks.create(write)
    expect(seen.map(({ query, body }) => [query.get('requestid'), body])).toEqual([
      ['act_1', { Line: [{ Amount: 5 }] }],
      ['act_1', { Line: [{ Amount: 5 }] }],
    ])
  })

  it.each(['', 'x'.repeat(51)])('is not made with %j for a request id', async (requestId) => {
    await expect(quickBooks.create({ entity: 'Invoice', body: {}, requestId })).rejects.toThrow(RangeError)
    expect(seen).toEqual([])
  })

  it.each([{}, { Id: '7' }, { SyncToken: '0' }, { Id: '1/../2', SyncToken: '0' }])(
    'is no change of %j',
    async (body) => {
      const change = quickBooks.update({ entity: 'Item', body, requestId: 'act_1' })
      await expect(change).rejects.toThrow(TypeError)
      expect(seen).toEqual([])
    },
  )
})

describe('a read of one thing', () => {
  it.each(['', '0x7', '-1', '1/../../item/5?x=', '7 ', '１', '1'.repeat(21)])(
    'of %j finds nothing without asking',
    async (id) => {
      expect(await quickBooks.get('Invoice', id)).toEqual({ outcome: 'read', value: undefined })
      expect(seen).toEqual([])
    },
  )

  it('finds nothing where QuickBooks knows of none', async () => {
    server.answer(saying(400, faultBody('610', 'Object Not Found', 'Object Not Found : deleted')))
    expect(await quickBooks.get('Invoice', '7')).toEqual({ outcome: 'read', value: undefined })
  })
})

describe('a query', () => {
  const named = (value: string): Query => ({
    entity: 'Customer',
    where: [{ field: 'DisplayName', operator: '=', value }],
  })

  it.each([
    ['text with quotes', `O'Brien "&" Söhne`],
    ['a backslash at its end', 'back\\'],
    ['an attempt at more', "x\\' OR Id > '0"],
    ['marks of addresses', '50% + a=b&c#d?e@@f/g;h<i>'],
    ['tabs and line breaks', 'a\tb\r\nc\n'],
    ['nothing', ''],
  ])('says %s as a value', async (_name, value) => {
    await quickBooks.query(named(value))
    expect(readLiteral(seen[0]?.query.get('query') ?? '')).toEqual({
      value,
      rest: ' STARTPOSITION 1 MAXRESULTS 100',
    })
  })

  it('says any value as one literal, in an address and in a batch', async () => {
    const value = fc.oneof(
      fc.string({ unit: 'binary', maxLength: 60 }),
      fc.string({ unit: fc.constantFrom('\\', "'", '%', '@', '+', '&', '#', '\n', 'a'), maxLength: 20 }),
    )
    await fc.assert(
      fc.asyncProperty(value, async (any) => {
        server.answer(success)
        await quickBooks.query(named(any))
        await quickBooks.queries([named(any), { entity: 'Customer' }])
        const [inAddress, inBatch] = seen
        const { BatchItemRequest: items } = inBatch?.body as {
          BatchItemRequest: readonly { readonly Query: string }[]
        }
        const literal = { value: any, rest: ' STARTPOSITION 1 MAXRESULTS 100' }
        expect(readLiteral(inAddress?.query.get('query') ?? '')).toEqual(literal)
        expect(readLiteral(items[0]?.Query ?? '')).toEqual(literal)
      }),
      { numRuns: 150 },
    )
  })

  it('holds conditions of every kind, and an order', async () => {
    await quickBooks.query({
      entity: 'Customer',
      where: [
        { field: 'Id', operator: 'IN', value: ['1', "2'"] },
        { field: 'Active', operator: 'IN', value: [true, false] },
        { field: 'Active', operator: '=', value: true },
        { field: 'DisplayName', operator: 'LIKE', value: 'North%' },
        { field: 'MetaData.LastUpdatedTime', operator: '>=', value: '2026-03-01T00:00:00Z' },
      ],
      orderBy: { field: 'DisplayName', descending: true },
    })
    expect(seen[0]?.query.get('query')).toBe(
      "select * from customer WHERE Id IN ('1', '2\\'') AND Active IN (true, false) AND Active = true" +
        " AND DisplayName LIKE 'North%' AND MetaData.LastUpdatedTime >= '2026-03-01T00:00:00Z'" +
        ' ORDERBY DisplayName DESC STARTPOSITION 1 MAXRESULTS 100',
    )
  })

  it.each<Partial<Query>>([
    { where: [{ field: "Id = '1' OR Name" as 'Name', operator: '=', value: 'x' }] },
    { where: [{ field: 'toString' as 'Name', operator: '=', value: 'x' }] },
    { where: [{ field: 'Id', operator: "= '1' OR" as '=', value: 'x' }] },
    { orderBy: { field: 'Id, Name' as 'Id' } },
    { limit: 0 },
    { limit: 1_001 },
    { limit: 1.5 },
    { startPosition: 0 },
    { startPosition: Number.NaN },
  ])('is not made of %j', async (part) => {
    await expect(quickBooks.query({ entity: 'Customer', ...part })).rejects.toThrow()
    expect(seen).toEqual([])
  })

  it('for one of no values finds nothing without asking', async () => {
    const none: Condition = { field: 'Id', operator: 'IN', value: [] }
    expect(await quickBooks.query({ entity: 'Customer', where: [none] })).toEqual({
      outcome: 'read',
      value: [],
    })
    expect(seen).toEqual([])
  })

  it('finds nothing where QuickBooks leaves the list out', async () => {
    server.answer(saying(200, { QueryResponse: {}, time: 'now' }))
    expect(await quickBooks.query({ entity: 'Customer' })).toEqual({ outcome: 'read', value: [] })
  })

  it('too long for an address is asked in a body', async () => {
    const ids = Array.from({ length: 300 }, (_, number) => String(10_000_000 + number))
    const outcome = await quickBooks.query({
      entity: 'Customer',
      where: [{ field: 'Id', operator: 'IN', value: ids }],
    })
    expect(outcome).toMatchObject({ outcome: 'read', value: [{ Id: '0' }] })
    expect(seen).toMatchObject([{ method: 'POST', path: `${company}/batch` }])
  })
})

describe('several queries', () => {
  const at = (startPosition: number): Query => ({ entity: 'Customer', startPosition })

  it('go 30 in a request, and are answered in their order', async () => {
    asked.length = 0
    const queries = Array.from({ length: 65 }, (_, number) => at(number + 1))
    const outcome = await quickBooks.queries(queries)
    const numbers = [30, 30, 5].flatMap((size) => Array.from({ length: size }, (_, number) => number))
    expect(outcome).toEqual({
      outcome: 'read',
      value: numbers.map((number) => [{ Id: String(number), SyncToken: '0' }]),
    })
    expect(seen.map(({ path }) => path)).toEqual(Array<string>(3).fill(`${company}/batch`))
    const { BatchItemRequest: items } = seen[1]?.body as { readonly BatchItemRequest: readonly unknown[] }
    expect(items[1]).toEqual({ bId: '1', Query: 'select * from Customer STARTPOSITION 32 MAXRESULTS 100' })
    expect(asked.filter((entry) => Array.isArray(entry) && entry[0] === 'reserve')).toEqual(
      [30, 30, 5].map((reads) => ['reserve', { kind: 'read', slots: 13, reads }]),
    )
  })

  it('that are one or none need no batch', async () => {
    const none: Query = { entity: 'Customer', where: [{ field: 'Id', operator: 'IN', value: [] }] }
    expect(await quickBooks.queries([none])).toEqual({ outcome: 'read', value: [[]] })
    expect(await quickBooks.queries([none, at(1), none])).toMatchObject({
      outcome: 'read',
      value: [[], [{ Id: '7' }], []],
    })
    expect(seen).toMatchObject([{ path: `${company}/query` }])
  })

  it('are refused where one of them is', async () => {
    const fault = faultBody('4000', 'Error parsing query', 'QueryParserError')
    server.answer(
      saying(200, {
        BatchItemResponse: [
          { bId: '0', QueryResponse: { Customer: [{ Id: '1', SyncToken: '0', Notes: 'not said' }] } },
          { bId: '1', ...fault },
        ],
      }),
    )
    const outcome = await quickBooks.queries([at(1), at(2)])
    expect(outcome).toMatchObject({ outcome: 'refused', refusal: { faults: [{ code: '4000' }] } })
    expect(JSON.stringify(outcome)).not.toContain('not said')
  })

  it('wait where one of them came too soon', async () => {
    const fault = faultBody('3001', 'ThrottleExceeded', '')
    server.answer(saying(200, { BatchItemResponse: [{ bId: '0', ...fault }] }))
    expect(await quickBooks.queries([at(1), at(2)])).toMatchObject({
      outcome: 'not-sent',
      waitingFor: 'rate-limit',
    })
  })

  it('fail where one of them has no answer', async () => {
    server.answer(saying(200, { BatchItemResponse: [{ bId: '0', QueryResponse: {} }] }))
    expect(await quickBooks.queries([at(1), at(2)])).toEqual({ outcome: 'failed', reason: 'half-answer' })
  })
})

describe('what changed', () => {
  const since = new Date('2026-03-01T00:00:00.250Z')

  it('is told by kind, with what was deleted', async () => {
    expect(await quickBooks.changes(['Customer', 'Invoice'], since)).toEqual({
      outcome: 'read',
      value: ['Customer', 'Invoice'].map((entity) => ({
        entity,
        changed: [{ Id: '7', SyncToken: '0' }],
        deleted: ['8'],
        complete: true,
      })),
    })
    expect(Object.fromEntries(seen[0]?.query ?? [])).toMatchObject({
      entities: 'Customer,Invoice',
      changedSince: '2026-03-01T00:00:00Z',
    })
  })

  it('is nothing where QuickBooks names nothing', async () => {
    server.answer(saying(200, { CDCResponse: [{ QueryResponse: [{}] }], time: 'now' }))
    expect(await quickBooks.changes(['Customer'], since)).toEqual({
      outcome: 'read',
      value: [{ entity: 'Customer', changed: [], deleted: [], complete: true }],
    })
  })

  it('says where there may be more than QuickBooks tells', async () => {
    const many = Array.from({ length: 1_000 }, (_, number) => ({ Id: String(number), SyncToken: '0' }))
    server.answer(saying(200, { CDCResponse: [{ QueryResponse: [{ Invoice: many }] }] }))
    expect(await quickBooks.changes(['Customer', 'Invoice'], since)).toMatchObject({
      value: [{ complete: false }, { complete: false }],
    })
  })
})

it('asks for the company by the id of its realm, and for its preferences', async () => {
  await quickBooks.companyInfo()
  await quickBooks.preferences()
  expect(seen).toMatchObject([
    { method: 'GET', path: `${company}/companyinfo/${REALM}` },
    { method: 'GET', path: `${company}/preferences` },
  ])
})

it('leaves others who use the same HTTP client alone', async () => {
  const axios = createRequire(createRequire(import.meta.url).resolve('node-quickbooks'))('axios') as {
    get: (url: string) => Promise<{ readonly status: number }>
  }
  const elsewhere = saying(302, '', { Location: `${server.apiUrl}/x` })
  server.answer(elsewhere, elsewhere, success)
  expect(await quickBooks.get('Invoice', '7')).toMatchObject({ outcome: 'failed' })
  expect((await axios.get(`${server.apiUrl}/x`)).status).toBe(200)
  server.answer(saying(404, ''))
  await expect(axios.get(`${server.apiUrl}/x`)).rejects.toThrow('404')
})
