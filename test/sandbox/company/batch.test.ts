import { beforeAll, expect, test } from '@jest/globals'
import { type Sandbox, startSandbox } from '../../support/sandbox.ts'

let sandbox: Sandbox
beforeAll(async () => {
  sandbox = await startSandbox()
})

const batch = async (items: readonly unknown[]) => {
  const { status, body } = await sandbox.json('/batch', { body: { BatchItemRequest: items } })
  return { status, items: body.BatchItemResponse as readonly Readonly<Record<string, unknown>>[], body }
}

test('the items of a batch succeed and fail each alone, in their order', async () => {
  const { status, items } = await batch([
    { bId: 'a', operation: 'create', Term: { Name: 'Net 201', DueDays: 201 } },
    { bId: 'b', operation: 'create', Term: { Name: 'Net 201', DueDays: 201 } },
    { bId: 'c', Query: "select * from Term where Name = 'Net 201'" },
    { bId: 'd', Query: 'select nothing' },
    { bId: 'e', operation: 'create', Unknown: {} },
    { bId: 'f', operation: 'explode', Term: { Name: 'x' } },
    { bId: 'g' },
  ])
  expect(status).toBe(200)
  expect(items).toMatchObject([
    { bId: 'a', Term: { Name: 'Net 201' } },
    { bId: 'b', Fault: { type: 'ValidationFault', Error: [{ code: '6240' }] } },
    { bId: 'c', QueryResponse: { Term: [{ Name: 'Net 201' }], maxResults: 1 } },
    { bId: 'd', Fault: { Error: [{ code: '4000' }] } },
    { bId: 'e', Fault: { Error: [{ code: '2000', Detail: 'Object Name: Unknown' }] } },
    { bId: 'f', Fault: { Error: [{ code: '500' }] } },
    { bId: 'g', Fault: { Error: [{ code: '2000' }] } },
  ])
})

test('a batch may change and delete', async () => {
  const made = await sandbox.json('/deposit', { body: await aDeposit() })
  const { Id, SyncToken } = made.body.Deposit as { readonly Id: string; readonly SyncToken: string }
  const { items } = await batch([
    { bId: '1', operation: 'update', Deposit: { Id, SyncToken, sparse: true, PrivateNote: 'counted' } },
  ])
  expect(items).toMatchObject([{ Deposit: { PrivateNote: 'counted', SyncToken: '1' } }])
  const gone = await batch([{ bId: '1', operation: 'delete', Deposit: { Id, SyncToken: '1' } }])
  expect(gone.items).toEqual([{ Deposit: { domain: 'QBO', status: 'Deleted', Id }, bId: '1' }])
})

test('thirty items are taken, more are not', async () => {
  const queries = (count: number) =>
    Array.from({ length: count }, (_, index) => ({ bId: String(index), Query: 'select count(*) from Term' }))
  expect((await batch(queries(30))).items).toHaveLength(30)
  expect(await batch(queries(31))).toMatchObject({
    status: 400,
    body: { Fault: { Error: [{ code: '1040', Message: 'Batch size exceeds allowed limit' }] } },
  })
})

test.each([[{}], [{ BatchItemRequest: [] }], [{ BatchItemRequest: 'x' }], [[]], ['x']])(
  'a batch of %j is empty',
  async (body) => {
    expect(await sandbox.json('/batch', { body: JSON.stringify(body) })).toMatchObject({
      status: 400,
      body: { Fault: { Error: [{ code: '400', Detail: 'Batch Request is Empty' }] } },
    })
  },
)

async function aDeposit() {
  const accounts = await sandbox.json(
    `/query?query=${encodeURIComponent("select * from Account where AccountType IN ('Bank', 'Income')")}`,
  )
  const { Account } = accounts.body.QueryResponse as {
    readonly Account: readonly { readonly Id: string; readonly AccountType: string }[]
  }
  const idOf = (type: string) => Account.find(({ AccountType }) => AccountType === type)?.Id
  return {
    DepositToAccountRef: { value: idOf('Bank') },
    Line: [
      {
        Amount: 20,
        DetailType: 'DepositLineDetail',
        DepositLineDetail: { AccountRef: { value: idOf('Income') } },
      },
    ],
  }
}
