import { beforeAll, expect, test } from '@jest/globals'
import { type Sandbox, startSandbox } from '../../support/sandbox.ts'

let time = Date.parse('2026-03-02T12:00:00Z')
let sandbox: Sandbox
beforeAll(async () => {
  sandbox = await startSandbox({ now: () => new Date(time) })
})

const DAY = 24 * 60 * 60 * 1000
const changes = (entities: string, changedSince: string) =>
  sandbox.json(`/cdc?${new URLSearchParams({ entities, changedSince }).toString()}`)

test('what was changed and deleted since then is told, kind by kind', async () => {
  time += 60_000
  const since = new Date(time).toISOString()
  const made = await sandbox.json('/term', { body: { Name: 'Net 301', DueDays: 301 } })
  const { Id } = made.body.Term as { readonly Id: string }
  const accounts = await sandbox.json(
    `/query?query=${encodeURIComponent("select * from Account where AccountType IN ('Bank', 'Income')")}`,
  )
  const { Account } = accounts.body.QueryResponse as {
    readonly Account: readonly { readonly Id: string; readonly AccountType: string }[]
  }
  const idOf = (type: string) => Account.find(({ AccountType }) => AccountType === type)?.Id
  const deposit = await sandbox.json('/deposit', {
    body: {
      DepositToAccountRef: { value: idOf('Bank') },
      Line: [
        {
          Amount: 20,
          DetailType: 'DepositLineDetail',
          DepositLineDetail: { AccountRef: { value: idOf('Income') } },
        },
      ],
    },
  })
  const { Id: depositId } = deposit.body.Deposit as { readonly Id: string }
  await sandbox.json('/deposit?operation=delete', { body: { Id: depositId, SyncToken: '0' } })

  const { status, body } = await changes('term,Deposit, Employee', since)
  expect(status).toBe(200)
  expect(body).toEqual({
    CDCResponse: [
      {
        QueryResponse: [
          { Term: [expect.objectContaining({ Id, Name: 'Net 301' })], startPosition: 1, maxResults: 1 },
          {
            Deposit: [
              {
                domain: 'QBO',
                status: 'Deleted',
                Id: depositId,
                MetaData: { LastUpdatedTime: expect.any(String) },
              },
            ],
            startPosition: 1,
            maxResults: 1,
          },
          {},
        ],
      },
    ],
    time: expect.any(String),
  })
})

test('thirty days are looked back, no more', async () => {
  expect((await changes('Term', new Date(time - 30 * DAY).toISOString())).status).toBe(200)
  const answer = await changes('Term', new Date(time - 30 * DAY - 1).toISOString())
  expect(answer).toMatchObject({ status: 400, body: { Fault: { Error: [{ code: '2190' }] } } })
})

test('an offset may have a plus that nobody escaped', async () => {
  expect((await sandbox.call('/cdc?entities=Term&changedSince=2026-03-02T12:00:00+00:00')).status).toBe(200)
})

test.each([
  ['Term', 'yesterday', '2070'],
  ['Term', '', '2070'],
  ['Unicorn', '2026-03-02', '2000'],
  ['', '2026-03-02', '2000'],
])('the changes of %j since %j are refused', async (entities, since, code) => {
  const answer = await changes(entities, since)
  expect(answer).toMatchObject({ status: 400, body: { Fault: { Error: [{ code }] } } })
})
