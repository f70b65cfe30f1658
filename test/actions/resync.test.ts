import { describe, expect, it } from '@jest/globals'
import type { Issue } from '../../src/domain/issue.ts'
import type { Host } from '../../src/host/host.ts'
import { issueId } from '../../src/issues/issue-id.ts'
import { actionsAtWork } from '../support/actions-at-work.ts'
import { FakeBooks, type Weather } from '../support/fake-books.ts'
import { newStores, syncFailure } from '../support/kept-issues.ts'
import { host as reporter } from '../support/readings.ts'

let clock = Date.parse('2026-03-09T12:00:00.000Z')
const now = () => new Date(clock)
const { collections, issues } = await newStores(now)
const ada = { type: 'member', id: 'ada', via: null } as const
const wish = { kind: 'resync', actor: ada, note: null, changes: null, link: null } as const
const invoice = {
  DocNumber: '1781',
  TxnDate: '2026-03-02',
  CustomerRef: { value: '58' },
  Line: [{ Amount: 1250, DetailType: 'SalesItemLineDetail' }],
}

/** A host that does what it is asked for. */
const listening: Host = {
  read: async () => ({ outcome: 'gone' }),
  synced: async () => ({ outcome: 'told' }),
  skipped: async () => ({ outcome: 'told' }),
  reopened: async () => ({ outcome: 'told' }),
  push: async () => ({ outcome: 'accepted' }),
  deleteService: async () => ({ outcome: 'deleted' }),
}

let firms = 0

/** A firm whose invoice failed, with books of its own. */
async function failed({ host }: { readonly host?: Host } = {}) {
  const firmId = `firm${(firms += 1)}`
  await issues.reportFailure(
    firmId,
    syncFailure(1, { entity: 'Invoice', operation: 'create', payload: JSON.stringify(invoice) }),
    reporter,
  )
  const books = new FakeBooks()
  await books.create({ entity: 'Customer', body: { DisplayName: 'Northwind LLC' }, requestId: 'before' })
  const at = actionsAtWork({ collections, books, now, ...(host !== undefined && { host }) })
  const id = issueId(firmId, { type: 'invoice', id: 'inv_88' })
  const body = { ...invoice, CustomerRef: { value: '1' } }
  await issues.reportFailure(
    firmId,
    syncFailure(2, { entity: 'Invoice', operation: 'create', payload: JSON.stringify(body) }),
    reporter,
  )
  const issue = async (): Promise<Issue | undefined> => (await issues.get(firmId, id))?.doc
  /** Works at what is due next, once; false: nothing ever is. */
  const work = async (): Promise<boolean> => {
    const { dueAt = null } = (await issue())?.action ?? {}
    if (dueAt === null) return false
    clock = Math.max(clock, Date.parse(dueAt))
    await at.performDue()
    return true
  }
  return {
    books,
    bugs: at.bugs,
    ask: () => at.request(firmId, id, { ...wish, id: 'act_1' }),
    cancel: () => at.cancel(firmId, id, 'act_1', ada),
    issue,
    work,
    /** Works until nothing is due any more, however long that takes. */
    settle: async () => {
      for (let rounds = 0; rounds < 100 && (await work()); rounds += 1);
    },
    invoices: () => books.ledger.filter(({ entity }) => entity === 'Invoice'),
  }
}

describe('a resync', () => {
  it('brings the document into the books once, and resolves the issue', async () => {
    const { ask, settle, issue, invoices, bugs } = await failed()
    const asked = await ask()
    expect(asked).toMatchObject({ outcome: 'accepted', action: { state: 'queued' } })
    await settle()
    expect(bugs).toEqual([])
    expect(await issue()).toMatchObject({
      status: 'resolved',
      quickbooksId: '2',
      action: { state: 'succeeded', outcome: 'created', intuitTid: 'tid-2', quickbooksId: '2' },
    })
    expect(invoices()).toHaveLength(1)
    expect((await issue())?.history.at(-1)).toMatchObject({
      event: 'resync',
      actor: ada,
      from: 'open',
      to: 'resolved',
      intuitTid: 'tid-2',
    })
  })

  it('sends nothing where the document is in the books already', async () => {
    const { ask, settle, issue, books, invoices } = await failed()
    const body = { ...invoice, CustomerRef: { value: '1' } }
    await books.create({ entity: 'Invoice', body, requestId: 'by the host' })
    await ask()
    await settle()
    expect(await issue()).toMatchObject({ status: 'resolved', action: { outcome: 'linked' } })
    expect(invoices()).toHaveLength(1)
  })

  it.each<{ readonly name: string; readonly weather: readonly Weather[] }>([
    { name: 'the answer is lost', weather: ['commit-then-lose'] },
    { name: 'the request is lost', weather: ['lose'] },
    { name: 'both happen, several times', weather: ['lose', 'lose', 'commit-then-lose', 'lose'] },
    { name: 'QuickBooks has no time first', weather: ['throttled', 'lose', 'throttled'] },
    { name: 'somebody must reconnect first', weather: ['disconnected', 'disconnected'] },
    { name: 'QuickBooks is busy with a list', weather: ['busy', 'commit-then-lose'] },
  ])('writes once where $name', async ({ weather }) => {
    const { ask, settle, issue, books, invoices } = await failed()
    books.weather.push(...weather)
    await ask()
    await settle()
    expect(await issue()).toMatchObject({ status: 'resolved', action: { state: 'succeeded' } })
    expect(invoices()).toHaveLength(1)
  })

  it('writes under the request id of the host at its second try too, as the host may push meanwhile', async () => {
    const payload = {
      entity: 'Invoice',
      operation: 'create',
      body: { ...invoice, CustomerRef: { value: '1' } },
      requestId: 'of-the-host',
      dependsOn: [],
      source: 'host',
      at: now().toISOString(),
    } as const
    const { ask, settle, books, issue, invoices } = await failed({
      host: {
        ...listening,
        read: async () => ({ outcome: 'read', payload }),
      },
    })
    books.weather.push('busy')
    await ask()
    await settle()
    expect((await issue())?.action?.tries).toMatchObject([
      { number: 1, requestId: 'of-the-host', outcome: 'refused' },
      { number: 2, requestId: 'of-the-host', outcome: 'succeeded' },
    ])
    expect(invoices()).toHaveLength(1)
  })

  it('keeps a try that may have written something, also where it has to wait before it is sent again', async () => {
    const { ask, cancel, work, settle, issue, books, invoices } = await failed()
    books.weather.push('commit-late', 'throttled')
    await ask()
    await work()
    await work()
    const action = (await issue())?.action
    expect(action).toMatchObject({ state: 'waiting', waitingFor: 'rate-limit' })
    expect(action?.tries).toMatchObject([{ requestId: 'act_1', endedAt: null, outcome: 'unknown' }])
    expect(await cancel()).toEqual({ outcome: 'at-work' })
    books.arrive()
    await settle()
    expect(await issue()).toMatchObject({ status: 'resolved', action: { state: 'succeeded' } })
    expect(invoices()).toHaveLength(1)
  })

  it('that finds its number taken by the same invoice says linked, however long the host does not listen', async () => {
    const body = { ...invoice, CustomerRef: { value: '1' } }
    const payload = {
      entity: 'Invoice',
      operation: 'create',
      body,
      requestId: null,
      dependsOn: [],
      source: 'host',
      at: now().toISOString(),
    } as const
    let calls = 0
    const { ask, settle, books, issue, invoices } = await failed({
      host: {
        ...listening,
        // While we are about to write, the host does.
        read: async () => {
          books.before = () => books.create({ entity: 'Invoice', body, requestId: 'by the host' })
          return { outcome: 'read', payload }
        },
        synced: async () =>
          (calls += 1) < 3 ? { outcome: 'unreachable', reason: 'down' } : { outcome: 'told' },
      },
    })
    await ask()
    await settle()
    expect(await issue()).toMatchObject({
      status: 'resolved',
      action: { state: 'succeeded', outcome: 'linked', tries: [{ outcome: 'refused' }] },
    })
    expect(invoices()).toHaveLength(1)
  })
})
