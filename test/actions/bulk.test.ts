import { describe, expect, it } from '@jest/globals'
import { countsOf } from '../../src/actions/bulk/counts-of.ts'
import { createApp } from '../../src/app.ts'
import type { RecordType } from '../../src/domain/record-type.ts'
import type { SyncFailure } from '../../src/domain/sync-failure.ts'
import { issueId } from '../../src/issues/issue-id.ts'
import { root } from '../../src/root.ts'
import { stoppedClock } from '../support/clock.ts'
import { FakeBooks } from '../support/fake-books.ts'
import { reportsOver, syncFailure } from '../support/kept-issues.ts'
import { host } from '../support/readings.ts'
import { temporaryStorage } from '../support/temporary-storage.ts'
import { workAt } from '../support/work-at.ts'

const { now, pass } = stoppedClock()
const app = await createApp(root)
const storage = await temporaryStorage()
const stores = await app.stores(storage, now)
const { bulkActions, issues } = stores
const { reportFailure } = reportsOver(stores.collections, now)
const ada = { type: 'member', id: 'ada', via: null } as const

const entities = {
  client: 'Customer',
  service: 'Item',
  invoice: 'Invoice',
  payment: 'Payment',
  refund: 'RefundReceipt',
  expense: 'Purchase',
} as const
const rankOf = Object.values<string>(entities)

/** A firm, its books, and what its host could not push. */
function aFirm(firmId: string) {
  const books = new FakeBooks()
  const work = { quickBooksOf: async () => books }

  async function fails(
    type: RecordType,
    number: number,
    changes: Partial<SyncFailure> = {},
  ): Promise<string> {
    const id = `${type}_${number}`
    const client =
      type === 'client' ? { id, name: id } : { id: `client_${number % 8}`, name: `client_${number % 8}` }
    const body =
      type === 'client'
        ? { DisplayName: id }
        : type === 'service'
          ? { Name: id }
          : {
              DocNumber: id,
              TxnDate: '2026-03-02',
              CustomerRef: {},
              Line: [{ Amount: 10 + number }],
              PrivateNote: id,
            }
    const { record } = syncFailure(1)
    await reportFailure(
      firmId,
      syncFailure(1, {
        entity: entities[type],
        operation: 'create',
        payload: JSON.stringify(body),
        record: { ...record, type, id, label: id, client },
        ...changes,
      }),
      host,
    )
    return issueId(firmId, { type, id })
  }

  /** Forty records that failed: eight clients, and what depends on them. */
  async function fortyFail(): Promise<readonly string[]> {
    const ids: string[] = []
    for (let i = 0; i < 8; i += 1) {
      for (const type of ['payment', 'client', 'invoice', 'refund'] as const) ids.push(await fails(type, i))
      ids.push(await fails(i < 4 ? 'service' : 'expense', i))
    }
    return ids
  }

  async function ask(issueIds: readonly string[], kind: 'resync' | 'skip' = 'resync', id = `blk_${firmId}`) {
    const chosen = await bulkActions.choose(firmId, { issueIds })
    if (!('ranks' in chosen)) throw new Error('These are issues.')
    const wish = { id, firmId, kind, actor: ada, note: null, ranks: chosen.ranks }
    return { bulk: await bulkActions.request(wish), forecast: () => bulkActions.forecast(wish) }
  }

  const issueOf = async (id: string) => {
    const found = await issues.get(firmId, id)
    if (found === undefined) throw new Error(`There is no ${id}.`)
    return found.doc
  }

  return {
    books,
    work,
    fails,
    fortyFail,
    ask,
    issueOf,
    /** What became of each issue. */
    async results(id = `blk_${firmId}`) {
      const bulk = await bulkActions.get(firmId, id)
      return bulk === undefined ? [] : bulkActions.results(bulk)
    },
    /** Does whatever is due, as time passes, until nothing happens any more. */
    async settle(from = stores) {
      for (let rounds = 0; rounds < 100; rounds += 1) {
        await workAt(from, now, work)
        pass(5_000)
      }
    },
    /** The kinds of what was written, in order; each time one after the other. */
    kinds: () => books.ledger.map(({ entity }) => entity),
  }
}

function inOrder(kinds: readonly string[]): boolean {
  const ranks = kinds.map((kind) => rankOf.indexOf(kind))
  return ranks.every((rank, i) => i === 0 || rank >= (ranks[i - 1] ?? 0))
}

describe('a bulk action whose rank is nearly over', () => {
  it.each([
    { clients: 1, milliseconds: 20 },
    { clients: 12, milliseconds: 200 },
  ])(
    'is looked at again in $milliseconds ms, where $clients are at work',
    async ({ clients, milliseconds }) => {
      const firm = aFirm(`rank${clients}`)
      const ids = [await firm.fails('invoice', 0)]
      for (let i = 0; i < clients; i += 1) ids.push(await firm.fails('client', i))
      const { bulk } = await firm.ask(ids)
      // It asks for the clients, and is looked at once more while they are at work.
      await workAt(stores, now, { ...firm.work, rounds: 2 })
      const dueAt = (await bulkActions.get(bulk.firmId, bulk.id))?.dueAt ?? ''
      expect(Date.parse(dueAt) - now().getTime()).toBe(milliseconds)
      await firm.settle()
      expect(countsOf(await firm.results())).toMatchObject({ succeeded: clients + 1 })
    },
  )
})

describe('forty issues that are resynced in bulk', () => {
  it('are written once each, what others depend on first, and resolved', async () => {
    const acme = aFirm('forty')
    const ids = await acme.fortyFail()
    expect(ids).toHaveLength(40)
    await acme.ask(ids)
    await acme.settle()
    const results = await acme.results()
    expect(countsOf(results)).toMatchObject({ succeeded: 40 })
    expect(acme.books.ledger).toHaveLength(40)
    expect(inOrder(acme.kinds())).toBe(true)
    for (const id of ids) expect((await acme.issueOf(id)).status).toBe('resolved')
    expect((await bulkActions.get('forty', 'blk_forty'))?.finishedAt).not.toBeNull()
  })

  it('are written once each where QuickBooks loses answers, has no time, or is disconnected for a while', async () => {
    const acme = aFirm('storm')
    const ids = await acme.fortyFail()
    acme.books.weather.push('throttled', 'commit-then-lose', 'lose', 'disconnected', 'fair', 'commit-late')
    await acme.ask(ids)
    await acme.settle()
    acme.books.arrive()
    expect(countsOf(await acme.results())).toMatchObject({ succeeded: 40 })
    expect(acme.books.ledger).toHaveLength(40)
  })

  it('go on some at once, so that others find places between them', async () => {
    const acme = aFirm('some')
    const ids: string[] = []
    for (let i = 0; i < 60; i += 1) ids.push(await acme.fails('client', i))
    await acme.ask(ids)
    await workAt(stores, now, { ...acme.work, rounds: 1 })
    expect(countsOf(await acme.results())).toMatchObject({ queued: 60 })
    const asked = await Promise.all(ids.map(async (id) => (await acme.issueOf(id)).action))
    expect(asked.filter((action) => action?.state === 'queued')).toHaveLength(24)
    await acme.settle()
    expect(countsOf(await acme.results())).toMatchObject({ succeeded: 60 })
  })

  it('wait for a client that failed, and are not sent before it is there', async () => {
    const acme = aFirm('base')
    const client = await acme.fails('client', 1, { operation: 'match', payload: undefined })
    const invoice = await acme.fails('invoice', 1)
    const payment = await acme.fails('payment', 1)
    const other = await acme.fails('invoice', 2)
    await acme.fails('client', 2)
    await acme.ask([payment, invoice, client, other, issueId('base', { type: 'client', id: 'client_2' })])
    await acme.settle()
    const states = new Map((await acme.results()).map((one) => [one.issueId, one]))
    expect(states.get(client)).toMatchObject({ state: 'refused', reason: 'no-exact-match' })
    for (const id of [invoice, payment]) {
      expect(states.get(id)).toMatchObject({ state: 'waiting', waitingFor: 'client/client_1' })
      expect((await acme.issueOf(id)).action?.tries).toEqual([])
    }
    expect(states.get(other)).toMatchObject({ state: 'succeeded' })
    // Somebody adds the client, and resyncs it.
    await acme.books.create({ entity: 'Customer', body: { DisplayName: 'client_1' }, requestId: 'person' })
    await acme.ask([client], 'resync', 'blk_again')
    // What waited for it goes on at once, without any time passing.
    await workAt(stores, now, acme.work)
    expect(countsOf(await acme.results())).toMatchObject({ succeeded: 4, refused: 1 })
    expect(acme.books.ledger).toHaveLength(5)
  })
})

describe('a bulk action that is cancelled half-way', () => {
  it('leaves each issue as it truly is: what was written resolved, the rest open and never sent', async () => {
    const acme = aFirm('half')
    const ids = await acme.fortyFail()
    await acme.ask(ids)
    for (let i = 0; i < 6; i += 1) {
      await workAt(stores, now, { ...acme.work, rounds: 1 })
      pass(300)
    }
    const written = acme.books.ledger.length
    expect(written).toBeGreaterThan(5)
    expect(written).toBeLessThan(35)
    await bulkActions.cancel('half', 'blk_half', ada)
    await acme.settle()
    const results = await acme.results()
    expect(acme.books.ledger).toHaveLength(written)
    expect(countsOf(results)).toEqual({
      queued: 0,
      waiting: 0,
      running: 0,
      succeeded: written,
      refused: 0,
      unknown: 0,
      cancelled: 40 - written,
    })
    for (const { issueId: id, state } of results) {
      const issue = await acme.issueOf(id)
      expect([state, issue.status]).toEqual(
        state === 'succeeded' ? ['succeeded', 'resolved'] : ['cancelled', 'open'],
      )
      expect(issue.action?.dueAt ?? null).toBeNull()
    }
  })

  it('lets what is under way end, since it may be in the books', async () => {
    const acme = aFirm('sent')
    const id = await acme.fails('client', 1)
    acme.books.weather.push('commit-then-lose')
    await acme.ask([id])
    await workAt(stores, now, acme.work)
    expect((await acme.issueOf(id)).action).toMatchObject({ state: 'waiting', waitingFor: 'outcome' })
    await bulkActions.cancel('sent', 'blk_sent', ada)
    await acme.settle()
    expect(await acme.results()).toMatchObject([{ state: 'succeeded' }])
    expect((await acme.issueOf(id)).status).toBe('resolved')
  })

  it('sends nothing of what somebody who did not notice still asks for', async () => {
    const acme = aFirm('late')
    const id = await acme.fails('client', 1)
    const { bulk } = await acme.ask([id])
    await bulkActions.cancel('late', bulk.id, ada)
    await stores.actions.request('late', id, {
      id: 'act_late',
      bulkId: bulk.id,
      kind: 'resync',
      actor: ada,
      note: null,
      changes: null,
      link: null,
    })
    await acme.settle()
    expect((await acme.issueOf(id)).action).toMatchObject({ state: 'cancelled', reason: 'cancelled' })
    expect(acme.books.ledger).toEqual([])
  })

  it('leaves alone what somebody else had asked for', async () => {
    const acme = aFirm('theirs')
    const id = await acme.fails('client', 1)
    acme.books.weather.push('disconnected')
    const wish = { kind: 'resync', actor: ada, note: null, changes: null, link: null } as const
    await stores.actions.request('theirs', id, { ...wish, id: 'act_theirs' })
    const { bulk } = await acme.ask([id])
    await workAt(stores, now, acme.work)
    await bulkActions.cancel('theirs', bulk.id, ada)
    await acme.settle()
    expect(await acme.results()).toMatchObject([{ actionId: 'act_theirs', state: 'succeeded' }])
  })
})

describe('a bulk action whose worker vanishes', () => {
  it('goes on in another process once the lease is over, and writes nothing twice', async () => {
    const acme = aFirm('restart')
    const ids = await acme.fortyFail()
    await acme.ask(ids)
    for (let i = 0; i < 5; i += 1) {
      await workAt(stores, now, { ...acme.work, rounds: 1 })
      pass(300)
    }
    await workAt(stores, now, { ...acme.work, dies: true })
    const before = acme.books.ledger.length
    const again = await app.stores(storage, now)
    pass(29_000)
    await workAt(again, now, acme.work)
    pass(6_000)
    await workAt(again, now, acme.work)
    expect(acme.books.ledger.length).toBeGreaterThan(before)
    await acme.settle(again)
    expect(countsOf(await acme.results())).toMatchObject({ succeeded: 40 })
    expect(acme.books.ledger).toHaveLength(40)
    expect(inOrder(acme.kinds())).toBe(true)
  })
})

describe('a dry run', () => {
  it('says what then happens', async () => {
    const acme = aFirm('dry')
    const ids = [...(await acme.fortyFail())]
    // Of these clients one is left out, and one was skipped.
    const clients = [1, 2].map((i) => issueId('dry', { type: 'client', id: `client_${i}` }))
    const wished = ids.filter((id) => id !== clients[0])
    const skip = { kind: 'skip', actor: ada, note: null, ifVersion: undefined } as const
    await issues.decide('dry', clients[1] ?? '', skip)
    wished.push(await acme.fails('expense', 40, { payload: undefined }))
    const { forecast } = await acme.ask(wished)
    const said = await forecast()
    await acme.settle()
    const results = await acme.results()
    expect(said.map(({ issueId: id }) => id)).toEqual(results.map(({ issueId: id }) => id))
    const happens = (state: string) => (state === 'queued' ? 'succeeded' : state)
    expect(results.map(({ state, reason, waitingFor }) => [state, reason, waitingFor])).toEqual(
      said.map(({ state, reason, waitingFor }) => [happens(state), reason, waitingFor]),
    )
    expect(
      new Set(results.map(({ state, reason, waitingFor }) => [state, reason ?? waitingFor].join(' '))),
    ).toEqual(
      new Set([
        'succeeded ',
        'waiting client/client_1',
        'refused not-open',
        'refused needs-skipped-record',
        'refused no-payload',
      ]),
    )
  })
})

describe('issues that are skipped in bulk', () => {
  it('are skipped once each, however often it is asked for', async () => {
    const acme = aFirm('skips')
    const ids = await acme.fortyFail()
    await acme.ask(ids, 'skip')
    await acme.ask(ids, 'skip')
    await acme.settle()
    expect(countsOf(await acme.results())).toMatchObject({ succeeded: 40 })
    for (const id of ids) {
      const { status, history } = await acme.issueOf(id)
      expect([status, history.filter(({ event }) => event === 'skip').length]).toEqual(['skipped', 1])
    }
  })
})
