import { describe, expect, it } from '@jest/globals'
import type { Issue } from '../../src/domain/issue.ts'
import type { Host } from '../../src/host/host.ts'
import { issueId } from '../../src/issues/issue-id.ts'
import type { Query, Write } from '../../src/quickbooks/quickbooks.ts'
import { createRateLimit } from '../../src/quickbooks/rate-limit/create-rate-limit.ts'
import type { WriteOutcome } from '../../src/quickbooks/write-outcome.ts'
import { aConnection } from '../support/a-connection.ts'
import { actionsAtWork } from '../support/actions-at-work.ts'
import { FakeBooks } from '../support/fake-books.ts'
import { newStores, syncFailure } from '../support/kept-issues.ts'
import { host as reporter } from '../support/readings.ts'
import { waitingClock } from '../support/waiting-clock.ts'

const clock = waitingClock()
const { now, wait } = clock
const { collections, issues } = await newStores(now)
const ada = { type: 'member', id: 'ada', via: null } as const
/** Nothing tells it apart from another payment of the same client, day and amount. */
const payment = { TxnDate: '2026-03-02', CustomerRef: { value: '1' }, TotalAmt: 1_250 }

/** Books whose writes leave within the firm's limits, as those of a process of the service do. */
class LimitedBooks extends FakeBooks {
  readonly #turn: () => ReturnType<ReturnType<typeof createRateLimit>['reserve']>

  constructor(firmId: string) {
    super()
    const limit = createRateLimit({
      connections: collections.connections,
      now,
      wait,
      patience: { read: 30_000, write: 2_000 },
    })
    this.#turn = () => limit.reserve(firmId, { kind: 'write', slots: 1, reads: 0 })
  }

  override async create(write: Write): Promise<WriteOutcome> {
    const turn = await this.#turn()
    return turn === 'now' ? super.create(write) : turn
  }

  /** The same by somebody else. */
  createElsewhere(write: Write): Promise<WriteOutcome> {
    return super.create(write)
  }

  /** Done once, when a payment was just looked for. */
  afterLook = async () => {}

  override async query(query: Query) {
    const found = await super.query(query)
    if (query.entity === 'Payment') {
      const { afterLook } = this
      this.afterLook = async () => {}
      await afterLook()
    }
    return found
  }
}

let firms = 0

/** A firm with a payment that failed, whose host pushes by itself. */
async function aFirm() {
  const firmId = `firm${(firms += 1)}`
  await collections.connections.insert(aConnection({ firmId }))
  const books = new LimitedBooks(firmId)
  await books.createElsewhere({ entity: 'Customer', body: { DisplayName: 'Ada' }, requestId: 'before' })
  const host = {
    requestId: 'R1',
    body: payment as Write['body'],
    quickbooksId: null as string | null,
    reads: 0,
    /** Done before the next answer. */
    before: async () => {},
    /** Pushes once; what QuickBooks refuses goes under another request id from then on. */
    push: async (): Promise<void> => {
      const write = { entity: 'Payment', body: host.body, requestId: host.requestId } as const
      const written = await books.createElsewhere(write)
      if (written.outcome === 'succeeded') host.quickbooksId = written.entity.Id
      if (written.outcome === 'refused') host.requestId = `R${Number(host.requestId.slice(1)) + 1}`
    },
    pushInVain: async (): Promise<void> => {
      books.refuses = 'Business Validation Error: the period is closed.'
      await host.push()
      books.refuses = null
    },
  }
  const asHost: Host = {
    async read() {
      host.reads += 1
      const { before } = host
      host.before = async () => {}
      await before()
      const { quickbooksId, body, requestId } = host
      if (quickbooksId !== null) return { outcome: 'in-books', quickbooksId }
      const how = { operation: 'create', dependsOn: [], source: 'host', at: now().toISOString() } as const
      return { outcome: 'read', payload: { entity: 'Payment', body, requestId, ...how } }
    },
    synced: async () => ({ outcome: 'told' }),
    skipped: async () => ({ outcome: 'told' }),
    reopened: async () => ({ outcome: 'told' }),
    push: async () => ({ outcome: 'accepted' }),
    deleteService: async () => ({ outcome: 'deleted' }),
  }
  const record = { type: 'payment', id: 'pay_9' } as const
  const failure = syncFailure(1)
  await issues.reportFailure(firmId, { ...failure, record: { ...failure.record, ...record } }, reporter)
  const at = actionsAtWork({ collections, books, host: asHost, now })
  const id = issueId(firmId, record)
  const issue = async (): Promise<Issue | undefined> => (await issues.get(firmId, id))?.doc
  const work = async (): Promise<boolean> => {
    const dueAt = (await issue())?.action?.dueAt ?? null
    if (dueAt === null) return false
    clock.pass(Math.max(0, Date.parse(dueAt) - now().getTime()))
    await clock.until(at.performDue())
    return true
  }
  const wish = { kind: 'resync', actor: ada, note: null, changes: null, link: null, id: 'act_1' } as const
  await at.request(firmId, id, wish)
  return {
    books,
    host,
    issue,
    work,
    settle: async () => {
      for (let rounds = 0; rounds < 100 && (await work()); rounds += 1);
      expect(at.bugs).toEqual([])
    },
    payments: () => books.ledger.slice(1).map(({ requestId }) => requestId),
    /** Others have taken all turns for so long. */
    turnsAreTaken: async (milliseconds: number): Promise<void> => {
      const known = await collections.connections.get(firmId)
      if (known === undefined) throw new Error('There is no connection.')
      await collections.connections.replace(
        { ...known.doc, nextFreeAt: now().getTime() + milliseconds },
        known.version,
      )
    },
  }
}

describe('while the host pushes by itself', () => {
  it('a write that has to wait for its turn is made ready anew, and finds what the host has written', async () => {
    const { host, work, settle, issue, payments, turnsAreTaken } = await aFirm()
    await turnsAreTaken(20_000)
    const working = work()
    await new Promise(setImmediate)
    const waiting = wait(5_000).then(async () => {
      await host.pushInVain()
      await host.push()
    })
    await clock.until(Promise.all([working, waiting]))
    expect((await issue())?.action).toMatchObject({ state: 'waiting', waitingFor: 'rate-limit', tries: [] })
    await settle()
    expect(payments()).toEqual(['R2'])
    expect(await issue()).toMatchObject({ status: 'resolved', action: { outcome: 'linked' } })
  })

  it('what it said long before the write is asked for again', async () => {
    const { books, host, settle, issue, payments } = await aFirm()
    books.afterLook = async () => {
      clock.pass(10_000)
      await host.pushInVain()
      await host.push()
    }
    await settle()
    expect(payments()).toEqual(['R2'])
    expect(await issue()).toMatchObject({ status: 'resolved', action: { outcome: 'linked' } })
  })

  it('what has changed while it was made ready is made ready anew', async () => {
    const { books, host, settle, issue, payments } = await aFirm()
    books.afterLook = async () => {
      clock.pass(10_000)
      host.body = { ...payment, TotalAmt: 1_300 }
    }
    await settle()
    expect(payments()).toEqual(['R1'])
    const written = await books.get('Payment', (await issue())?.quickbooksId ?? '')
    expect(written.value).toMatchObject({ TotalAmt: 1_300 })
  })

  it('a try that was lost is given up where the host goes on under another request id', async () => {
    const { books, host, work, settle, issue, payments } = await aFirm()
    books.weather.push('lose')
    await work()
    await host.pushInVain()
    host.body = { ...payment, TotalAmt: 1_300 }
    host.before = host.push
    await settle()
    expect(payments()).toEqual(['R2'])
    expect(await issue()).toMatchObject({ status: 'resolved', action: { state: 'succeeded' } })
  })

  it('a try that was lost, and that the host cannot know of, is sent again', async () => {
    const { books, host, settle, payments } = await aFirm()
    books.weather.push('lose')
    await settle()
    expect([payments(), host.reads]).toEqual([['R1'], 2])
  })

  it('what looks the same in the books is its own, as it says soon after', async () => {
    const { host, settle, issue, payments } = await aFirm()
    host.before = async () => {
      // It has written, and not yet heard how that ended.
      await host.push()
      const { quickbooksId } = host
      host.quickbooksId = null
      void wait(1_000).then(() => {
        host.quickbooksId = quickbooksId
      })
    }
    await clock.until(settle())
    expect(payments()).toEqual(['R1'])
    expect(await issue()).toMatchObject({ status: 'resolved', action: { outcome: 'linked' } })
  })

  it('what looks the same in the books and is not its own is left to a person, before long', async () => {
    const { books, settle, issue, payments } = await aFirm()
    await books.createElsewhere({ entity: 'Payment', body: payment, requestId: 'by hand' })
    const start = now().getTime()
    await settle()
    expect(payments()).toEqual(['by hand'])
    expect(await issue()).toMatchObject({
      status: 'open',
      action: { state: 'refused', reason: 'perhaps-in-books' },
    })
    expect(now().getTime() - start).toBeLessThan(10_000)
  })
})
