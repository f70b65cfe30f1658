import { describe, expect, it } from '@jest/globals'
import { createCountDependents } from '../../src/actions/preview/create-count-dependents.ts'
import { createPreviewResync } from '../../src/actions/preview/create-preview-resync.ts'
import type { Issue } from '../../src/domain/issue.ts'
import type { Host, HostPayload } from '../../src/host/host.ts'
import { issueId } from '../../src/issues/issue-id.ts'
import { FakeBooks } from '../support/fake-books.ts'
import { newStores, syncFailure } from '../support/kept-issues.ts'
import { host as reporter } from '../support/readings.ts'

const now = () => new Date('2026-03-09T12:00:00.000Z')
const { collections, issues, knownRecords } = await newStores(now)
const at = now().toISOString()
const body = {
  DocNumber: '1781',
  TxnDate: '2026-03-02',
  CustomerRef: { value: '1' },
  Line: [{ Amount: 1250, DetailType: 'SalesItemLineDetail' }],
}
const payload = {
  entity: 'Invoice',
  operation: 'create',
  body,
  requestId: null,
  dependsOn: [],
  source: 'host',
  at,
} as const

let firms = 0

/** An invoice that failed, and what a resync of it would do where the host says this. */
async function foretold(said: HostPayload | undefined, hostPushes = false) {
  const firmId = `firm${(firms += 1)}`
  await issues.reportFailure(firmId, syncFailure(1), reporter)
  const books = new FakeBooks()
  await books.create({ entity: 'Customer', body: { DisplayName: 'Northwind LLC' }, requestId: 'before' })
  const found = await issues.get(firmId, issueId(firmId, { type: 'invoice', id: 'inv_88' }))
  if (found === undefined) throw new Error('It is gone.')
  const writes = books.ledger.length
  const preview = createPreviewResync({
    ...knownRecords,
    quickBooksOf: async () => books,
    hostOf: async () => said && ({ read: async () => said } as Partial<Host> as Host),
    hostPushes: async () => hostPushes,
  })
  const told = await preview(found.doc)
  expect(books.ledger).toHaveLength(writes)
  return told
}

describe('what a resync would do', () => {
  it('is what the host would have written now', async () => {
    expect(await foretold({ outcome: 'read', payload })).toMatchObject({
      outlook: 'create',
      payload: { source: 'host' },
      written: {
        number: '1781',
        date: '2026-03-02',
        money: { minor: 125_000, currency: 'USD' },
        customer: 'Northwind LLC',
      },
      closedUntil: null,
    })
  })

  it.each([
    ['is nothing where the host refuses', { outcome: 'refused', error: 'No account' }, 'host-refuses'],
    [
      'is a link where the host knows it to be in the books',
      { outcome: 'in-books', quickbooksId: '7' },
      'link',
    ],
    ['cannot be told while the host is silent', { outcome: 'unreachable', reason: 'no answer' }, 'unknown'],
    ['is nothing where the host knows it no more', { outcome: 'gone' }, 'refuse'],
    ['waits for the host', { outcome: 'waiting', dependsOn: [] }, 'wait'],
    [
      'waits for what it needs',
      { outcome: 'waiting', dependsOn: [{ type: 'client', id: 'c_7', quickbooksId: null }] },
      'wait',
    ],
  ] as const)('%s', async (_, said, outlook) => {
    expect(await foretold(said)).toMatchObject({ outlook, payload: null })
  })

  it('is the host’s own push where it pushes by itself', async () => {
    expect(await foretold({ outcome: 'read', payload }, true)).toMatchObject({ outlook: 'ask-host' })
  })

  it('is about nothing where nobody kept what was sent', async () => {
    expect(await foretold(undefined)).toMatchObject({ outlook: 'refuse', reason: 'no-payload' })
  })

  it('shows what is no date and no currency as it came', async () => {
    const odd = { ...payload, body: { ...body, TxnDate: 'soon', CurrencyRef: { value: 'GOLD' } } }
    expect(await foretold({ outcome: 'read', payload: odd })).toMatchObject({
      written: { date: 'soon', money: null },
    })
  })
})

describe('what waits for a record', () => {
  const client = { id: 'c_7', name: 'Northwind LLC' }
  const common = { url: null, money: null, date: null } as const

  it('are the open issues of a client, and of its firm alone', async () => {
    const firmId = `firm${(firms += 1)}`
    const report = (firm: string, record: Issue['record']) =>
      issues.reportFailure(firm, syncFailure(1, { record }), reporter)
    const record = { ...common, type: 'client', id: 'c_7', label: client.name, client: null } as const
    await report(firmId, record)
    for (const id of ['inv_1', 'inv_2', 'inv_3']) {
      const of = id === 'inv_3' ? { id: 'c_8', name: 'Other' } : client
      await report(firmId, { ...common, type: 'invoice', id, label: id, client: of })
    }
    await report('elsewhere', { ...common, type: 'invoice', id: 'inv_9', label: 'inv_9', client })
    const found = await issues.get(firmId, issueId(firmId, record))
    if (found === undefined) throw new Error('It is gone.')
    const count = createCountDependents(collections.issues)
    expect(await count(found.doc)).toEqual({ count: 2, isLowerBound: false })
  })
})
