import { beforeAll, describe, expect, test } from '@jest/globals'
import { type Sandbox, startSandbox } from '../../support/sandbox.ts'

type Members = Readonly<Record<string, unknown>>

let time = Date.parse('2026-03-02T20:00:00Z')
let sandbox: Sandbox
beforeAll(async () => {
  sandbox = await startSandbox({ now: () => new Date(time) })
  for (const [DocNumber, amount] of [
    ['999', 10],
    ['1781', 300],
    ['A-5', 20],
  ] as const) {
    time += 60_000
    await sandbox.json('/invoice', {
      body: {
        DocNumber,
        TxnDate: `2026-02-0${DocNumber.length}`,
        CustomerRef: { value: '14' },
        Line: [
          {
            Amount: amount,
            DetailType: 'SalesItemLineDetail',
            SalesItemLineDetail: { ItemRef: { value: '10' } },
          },
        ],
      },
    })
  }
})

const ask = async (query: string) => {
  const { status, body } = await sandbox.json(`/query?query=${encodeURIComponent(query)}`)
  return { status, body, told: body.QueryResponse as Members | undefined }
}
const names = async (query: string, member = 'DisplayName') => {
  const { told = {} } = await ask(query)
  const list = Object.values(told).find(Array.isArray) as readonly Members[] | undefined
  return list?.map((entity) => entity[member]) ?? []
}
const numbers = (query: string) =>
  names(`select * from Invoice where CustomerRef = '14' ${query}`, 'DocNumber')

describe('a query', () => {
  test.each([
    ["TotalAmt > '10'", ['1781', 'A-5']],
    ['TotalAmt >= 10.00 and TotalAmt < 300', ['999', 'A-5']],
    ["TotalAmt <= '20'", ['999', 'A-5']],
    ["DocNumber IN ('A-5', '1781', 'none')", ['1781', 'A-5']],
    ["DocNumber = 'a-5'", ['A-5']],
    ["DocNumber LIKE '%7%'", ['1781']],
    ["DocNumber like 'A%'", ['A-5']],
    ["TxnDate > '2026-02-03'", ['1781']],
    ["TxnDate = '2026-02-03'", ['999', 'A-5']],
    ["TxnDate >= '2026-02-03' and TxnDate <= '2026-02-03' and TotalAmt = '20'", ['A-5']],
    ["MetaData.CreateTime >= '2026-03-02T12:02:00-08:00'", ['1781', 'A-5']],
    ["MetaData.LastUpdatedTime < '2026-03-02T20:02:00Z'", ['999']],
    ["MetaData.CreateTime > '2026-03-02'", ['999', '1781', 'A-5']],
    ["MetaData.CreateTime > '2026-03-03'", []],
  ])('where %s', async (where, expected) => {
    expect(await numbers(`and ${where}`)).toEqual(expected)
  })

  test.each([
    ['DocNumber', ['1781', '999', 'A-5']],
    ['DocNumber DESC', ['A-5', '999', '1781']],
    ['TotalAmt', ['999', 'A-5', '1781']],
    ['TxnDate DESC, TotalAmt DESC', ['1781', 'A-5', '999']],
    ['Id DESC', ['A-5', '1781', '999']],
  ])('ordered by %s', async (order, expected) => {
    expect(await numbers(`ORDERBY ${order}`)).toEqual(expected)
  })

  test('tells one page of what it finds, and how much of it there is', async () => {
    const { told } = await ask("select * from Invoice where CustomerRef = '14' startposition 2 maxresults 1")
    expect(told).toMatchObject({
      Invoice: [{ DocNumber: '1781' }],
      startPosition: 2,
      maxResults: 1,
      totalCount: 3,
    })
  })

  test('tells a hundred unless it says otherwise', async () => {
    const items = Array.from({ length: 30 }, (_, bId) => ({ bId: String(bId), operation: 'create' }))
    for (let round = 0; round < 4; round += 1) {
      const BatchItemRequest = items.map((item) => ({
        ...item,
        PaymentMethod: { Name: `Shells ${round}-${item.bId}`, Type: 'NON_CREDIT_CARD' },
      }))
      await sandbox.json('/batch', { body: { BatchItemRequest } })
    }
    expect(await names('select * from PaymentMethod', 'Name')).toHaveLength(100)
    expect(await names('select * from PaymentMethod maxresults 1000', 'Name')).toHaveLength(128)
  })

  test('tells the members that it names', async () => {
    const { told } = await ask("select DocNumber, MetaData.CreateTime from Invoice where CustomerRef = '14'")
    const [first] = told?.Invoice as readonly Members[]
    expect(first).toEqual({
      domain: 'QBO',
      sparse: true,
      Id: expect.any(String),
      DocNumber: '999',
      MetaData: expect.objectContaining({ CreateTime: expect.any(String) }),
    })
  })

  test('tells of a list what is active, unless it asks for the rest', async () => {
    const { person } = sandbox.company
    person(sandbox.address.realmId, { act: 'make-inactive', entity: 'Customer', id: '27' })
    const where = "where DisplayName like 'Video Games%'"
    expect(await names(`select * from Customer ${where}`)).toEqual([])
    expect(await names(`select * from Customer ${where} and Active = true`)).toEqual([])
    expect(await names(`select * from Customer ${where} and Active IN (true, false)`)).toHaveLength(1)
    expect(await names(`select * from Customer ${where} and Active = false`)).toHaveLength(1)
  })

  test('may come as a text of its own', async () => {
    for (const type of ['application/text', 'text/plain']) {
      const { status, body } = await sandbox.json('/query?minorversion=75', {
        body: "select * from Customer where DisplayName = 'Cool Cars'",
        headers: { 'Content-Type': type },
      })
      expect(status).toBe(200)
      expect(body).toMatchObject({
        QueryResponse: { Customer: [{ Id: '3' }], startPosition: 1, maxResults: 1 },
      })
    }
    const other = await sandbox.json('/query', { body: '{"query":"select * from Item"}' })
    expect(other).toMatchObject({ status: 400, body: { Fault: { Error: [{ code: '1050' }] } } })
  })

  test('finds a name with quotes, backslashes and signs of its own', async () => {
    for (const name of ["O'Brien & Söhne #1 +50%", 'back\\slash', '100% "sure"?']) {
      await sandbox.json('/paymentmethod', { body: { Name: name, Type: 'CREDIT_CARD' } })
      const literal = name.replaceAll('\\', '\\\\').replaceAll("'", "\\'")
      expect(await names(`select * from PaymentMethod where Name = '${literal}'`, 'Name')).toEqual([name])
    }
  })
})

test.each([
  ['select * from Unicorn', 'invalid context declaration: Unicorn'],
  ['select Horn from Customer', 'Property Horn not found for Entity Customer'],
  ["select * from Invoice where DisplayName = 'x'", 'Property DisplayName not found for Entity Invoice'],
  ["select * from Customer where BillAddr = 'x'", "property 'BillAddr' is not queryable"],
  ['select * from Invoice orderby Line', "property 'Line' is not queryable"],
  ['select * from Item startposition 0', 'value 0 is too small. Min allowed value is 1'],
  ['select * from Item maxresults 0', 'value 0 is too small. Min allowed value is 1'],
  ['select * from Item maxresults -1', 'value -1 is too small. Min allowed value is 1'],
  ['select * from Item maxresults 1001', 'value 1001 is too large. Max allowed value is 1000'],
  ["select * from Invoice where TotalAmt > 'much'", 'value much is not valid for property TotalAmt'],
  ["select * from Invoice where TxnDate = 'today'", 'value today is not valid for property TxnDate'],
  ["select * from Item where Active = 'perhaps'", 'value perhaps is not valid for property Active'],
  ["select * from Item where Id = 'one'", 'value one is not valid for property Id'],
])('%s is invalid', async (query, detail) => {
  expect(await ask(query)).toMatchObject({
    status: 400,
    body: {
      Fault: {
        Error: [{ code: '4001', Message: 'Invalid query', Detail: `QueryValidationError: ${detail}` }],
        type: 'ValidationFault',
      },
    },
  })
})

test.each(['', 'select', "select * from Item where Name = 'Bob's'"])('%j is none', async (query) => {
  expect(await ask(query)).toMatchObject({
    status: 400,
    body: { Fault: { Error: [{ code: '4000', Detail: expect.stringContaining('QueryParserError: ') }] } },
  })
})
