import { describe, expect, it } from '@jest/globals'
import fc from 'fast-check'
import { LeaseLost } from '../../src/actions/lease-lost.ts'
import type { HistoryEntry } from '../../src/domain/history-entry.ts'
import type { Host } from '../../src/host/host.ts'
import { issueId } from '../../src/issues/issue-id.ts'
import type { Write } from '../../src/quickbooks/quickbooks.ts'
import { actionsAtWork, LEASE } from '../support/actions-at-work.ts'
import { FakeBooks, type Weather } from '../support/fake-books.ts'
import { Fuse, Killed } from '../support/fuse.ts'
import { newStores } from '../support/kept-issues.ts'
import { host as reporter } from '../support/readings.ts'

const START = Date.parse('2026-03-09T12:00:00.000Z')
let clock = START
const now = () => new Date(clock)
const { collections, issues } = await newStores(now)
const ada = { type: 'member', id: 'ada', via: null } as const

const customer = { value: '1' }
/** The host's records, and what each becomes in the books. */
const records = {
  client: { type: 'client', entity: 'Customer', body: { DisplayName: 'Café Léa' } },
  invoice: {
    type: 'invoice',
    entity: 'Invoice',
    body: { DocNumber: '1781', TxnDate: '2026-03-02', CustomerRef: customer, Line: [{ Amount: 1250 }] },
  },
  payment: {
    type: 'payment',
    entity: 'Payment',
    body: { TxnDate: '2026-03-02', CustomerRef: customer, TotalAmt: 1250, PrivateNote: 'pay_9' },
  },
} as const
type Name = keyof typeof records
const names = ['client', 'invoice', 'payment'] as const

const errors = ['The moon is in the wrong house.', 'Duplicate Name Exists Error', 'message=Timeout occurred']

/** One firm, its host and its books; everything that can happen to them. */
class World {
  readonly firmId: string
  readonly books = new FakeBooks()
  /** Actions that were accepted. */
  readonly accepted: { readonly name: Name; readonly id: string }[] = []
  /** Workers that stand still, and how they go on. */
  readonly #stalled: { readonly goOn: () => void; readonly done: Promise<unknown> }[] = []
  /** Skipped issues that were sent all the same. */
  readonly unwanted: string[] = []
  readonly host: Host
  #told = 0

  /** Whether the host pushes by itself too; it then tells its request ids, so that QuickBooks sees one write. */
  readonly #shares: boolean

  constructor(firmId: string, shares: boolean) {
    this.firmId = firmId
    this.#shares = shares
    this.host = {
      read: async ({ type }) => {
        const { entity, body } = records[type as Name]
        return {
          outcome: 'read',
          payload: {
            entity,
            operation: 'create',
            body,
            requestId: shares ? `host-${type}` : null,
            dependsOn: [],
            source: 'host',
            at: now().toISOString(),
          },
        }
      },
      synced: async () =>
        (this.#told += 1) % 3 === 0 ? { outcome: 'unreachable', reason: 'down' } : { outcome: 'told' },
      push: async () => ({ outcome: 'accepted' }),
      skipped: async () => ({ outcome: 'told' }),
      reopened: async () => ({ outcome: 'told' }),
      deleteService: async () => ({ outcome: 'deleted' }),
    }
  }

  /** A process of ours, which lives until its fuse burns down. */
  process(fuse = new Fuse()) {
    const { issues: kept, pastActions, movedHistory, movedReports } = collections
    const { books } = this
    const through = {
      ...collections,
      issues: fuse.collection(kept),
      pastActions: fuse.collection(pastActions),
      movedHistory: fuse.collection(movedHistory),
      movedReports: fuse.collection(movedReports),
    }
    const reached = new Proxy(books, {
      get: (target, member: keyof FakeBooks) => {
        const value: unknown = Reflect.get(target, member)
        return typeof value === 'function'
          ? async (...args: unknown[]) => {
              if (member === 'create') await this.#isWanted(args[0] as Write)
              return fuse.through(() =>
                (value as (...all: unknown[]) => Promise<unknown>).apply(target, args),
              )
            }
          : value
      },
    })
    return actionsAtWork({ collections: through, books: reached, host: this.host, now })
  }

  /** A worker that stands still for as long as it likes, and then knows nothing of it. */
  stall(at: number): void {
    let goOn = () => {}
    const stall = new Promise<void>((resolve) => {
      goOn = resolve
    })
    const done = this.process(new Fuse(at, false, stall)).performDue()
    this.#stalled.push({ goOn, done: done.catch(lost) })
  }

  async goOn(): Promise<void> {
    for (const { goOn, done } of this.#stalled.splice(0)) {
      goOn()
      await done
    }
  }

  /** What is skipped is not sent. */
  async #isWanted({ entity }: Write): Promise<void> {
    const name = names.find((one) => records[one].entity === entity)
    const issue = name && (await this.issue(name))
    if (issue?.status === 'skipped') this.unwanted.push(issue.id)
  }

  idOf(name: Name): string {
    return issueId(this.firmId, { type: records[name].type, id: name })
  }

  async issue(name: Name) {
    return (await issues.get(this.firmId, this.idOf(name)))?.doc
  }

  async reportFailure(name: Name, error: string): Promise<void> {
    const record = {
      type: records[name].type,
      id: name,
      label: name,
      url: null,
      money: null,
      date: null,
      client: null,
    }
    await issues.reportFailure(this.firmId, { error, record, occurredAt: now().toISOString() }, reporter)
  }

  async reportSuccess(name: Name): Promise<void> {
    const record = { type: records[name].type, id: name }
    await issues.reportSuccess(this.firmId, { record, occurredAt: now().toISOString() }, reporter)
  }

  /** The host pushes by itself, whatever we do. */
  async hostPushes(name: Name, weather: Weather, tells: boolean): Promise<void> {
    if (!this.#shares) return
    const { entity, body } = records[name]
    this.books.weather.unshift(weather)
    const { outcome } = await this.books.create({ entity, body, requestId: `host-${name}` })
    if (tells && outcome === 'succeeded') await this.reportSuccess(name)
    else if (tells && outcome === 'refused') await this.reportFailure(name, errors[1] ?? '')
  }

  /** Works until nothing of ours is under way any more. */
  async settle(): Promise<void> {
    for (let rounds = 0; rounds < 300; rounds += 1) {
      if ((await this.process().performDue()) > 0) continue
      const due = (await Promise.all(names.map((name) => this.issue(name))))
        .map((issue) => issue?.action?.dueAt)
        .filter((at) => typeof at === 'string')
        .toSorted()[0]
      if (due === undefined) return
      clock = Math.max(clock, Date.parse(due))
    }
    throw new Error('It does not come to rest.')
  }

  async check(): Promise<void> {
    for (const name of names) {
      const { entity, body } = records[name]
      const written = this.books.ledger.filter((one) => one.entity === entity && one.requestId !== 'before')
      // At most once, whoever wrote it, and whatever was killed when.
      expect([name, written.length]).toEqual([name, Math.min(written.length, 1)])
      expect(body).toBeDefined()
      const issue = await this.issue(name)
      if (issue === undefined) continue
      const { history } = issue
      expect(history.map(({ number }) => number)).toEqual(history.map((_, i) => i + 1))
      // Every change of the status is on record, once.
      let status: HistoryEntry['from'] = null
      for (const entry of history) {
        expect(entry.from).toBe(status)
        status = entry.to
      }
      expect(status).toBe(issue.status)
      const { action } = issue
      if (action?.state === 'succeeded' && action.kind === 'resync') {
        expect(written.length).toBe(1)
        expect(action.tries.filter(({ outcome }) => outcome === 'succeeded').length).toBeLessThanOrEqual(1)
      }
    }
    expect(this.unwanted).toEqual([])
    for (const { name, id } of this.accepted) {
      const found = await this.process().get(this.firmId, this.idOf(name), id)
      expect(found?.id).toBe(id)
    }
  }
}

/** A worker may be killed, or lose its lease. */
function lost(error: unknown): void {
  if (!(error instanceof Killed || error instanceof LeaseLost)) throw error
}

type Step = (world: World) => Promise<void>

const name = fc.constantFrom(...names)
const weather = fc.constantFrom<Weather>(
  'fair',
  'commit-late',
  'commit-then-lose',
  'lose',
  'busy',
  'throttled',
  'disconnected',
)

type Steps = fc.Arbitrary<readonly [string, Step]>

const failure: Steps = fc
  .tuple(name, fc.constantFrom(...errors))
  .map(([who, error]) => [`${who} fails`, (world) => world.reportFailure(who, error)])

const hostPush: Steps = fc
  .tuple(name, weather, fc.boolean())
  .map(([who, how, tells]) => [
    `the host pushes ${who}, ${how}, ${tells ? 'and tells' : 'untold'}`,
    (world) => world.hostPushes(who, how, tells),
  ])

const resync: Steps = name.map((who) => [
  `resync ${who}`,
  async (world) => {
    const wish = {
      kind: 'resync',
      actor: ada,
      note: null,
      changes: null,
      link: null,
      id: `act_${(ids += 1)}`,
    } as const
    const asked = await world.process().request(world.firmId, world.idOf(who), wish)
    if (asked.outcome === 'accepted') world.accepted.push({ name: who, id: asked.action.id })
  },
])

const decision: Steps = fc.tuple(name, fc.constantFrom('skip', 'reopen')).map(([who, kind]) => [
  `${kind} ${who}`,
  async (world) => {
    const wish = { kind, actor: ada, note: null, ifVersion: undefined } as const
    await issues.decide(world.firmId, world.idOf(who), wish)
  },
])

const cancel: Steps = name.map((who) => [
  `cancel ${who}`,
  async (world) => {
    const action = (await world.issue(who))?.action
    if (action) await world.process().cancel(world.firmId, world.idOf(who), action.id, ada)
  },
])

const storm: Steps = fc.array(weather, { minLength: 1, maxLength: 4 }).map((how) => [
  `weather ${how.join(', ')}`,
  async (world) => {
    world.books.weather.push(...how)
  },
])

const arrival: Steps = fc.constant(['what was sent long ago arrives', async (world) => world.books.arrive()])

const time: Steps = fc.nat({ max: 60 }).map((count) => [
  `${count} s pass`,
  async () => {
    clock += count * 1000
  },
])

const work: Steps = fc.integer({ min: 1, max: 3 }).map((workers) => [
  `${workers} at work`,
  async (world) => {
    await Promise.all(Array.from({ length: workers }, () => world.process().performDue()))
  },
])

const kill: Steps = fc.tuple(fc.integer({ min: 1, max: 30 }), fc.boolean()).map(([at, after]) => [
  `a worker is killed ${after ? 'after' : 'before'} call ${at}`,
  async (world) => {
    const killed = world.process(new Fuse(at, after)).performDue()
    await killed.catch(lost)
  },
])

const stall: Steps = fc.oneof(
  fc.integer({ min: 3, max: 30 }).map((at): readonly [string, Step] => [
    `a worker stands still before call ${at}`,
    async (world) => {
      world.stall(at)
      await new Promise(setImmediate)
    },
  ]),
  fc.constant<readonly [string, Step]>(['whoever stood still goes on', (world) => world.goOn()]),
)

const steps = fc.oneof(
  { weight: 4, arbitrary: stall },
  { weight: 2, arbitrary: failure },
  { weight: 1, arbitrary: hostPush },
  { weight: 5, arbitrary: resync },
  { weight: 1, arbitrary: decision },
  { weight: 1, arbitrary: cancel },
  { weight: 3, arbitrary: storm },
  { weight: 1, arbitrary: arrival },
  { weight: 3, arbitrary: time },
  { weight: 3, arbitrary: work },
  { weight: 5, arbitrary: kill },
)

let worlds = 0
let ids = 0

describe('whatever happens to records, workers and books, in whatever order', () => {
  it('nothing is written twice, nothing accepted is lost, nothing skipped is sent, and all is on record', async () => {
    await fc.assert(
      fc.asyncProperty(
        fc.array(steps, { minLength: 5, maxLength: 40, size: 'max' }),
        fc.boolean(),
        async (story, shares) => {
          const world = new World(`world${(worlds += 1)}`, shares)
          clock += LEASE * 10
          await world.books.create({
            entity: 'Customer',
            body: { DisplayName: 'Northwind LLC' },
            requestId: 'before',
          })
          for (const who of names) await world.reportFailure(who, errors[0] ?? '')
          for (const [, step] of story) {
            await step(world)
            await world.check()
          }
          await world.goOn()
          world.books.weather.length = 0
          world.books.arrive()
          await world.settle()
          world.books.arrive()
          await world.check()
          for (const who of names) expect((await world.issue(who))?.action?.dueAt ?? null).toBeNull()
        },
      ),
      {
        numRuns: Number(process.env['FAST_CHECK_RUNS'] ?? 300),
        seed: Number(process.env['FAST_CHECK_SEED'] ?? 7),
      },
    )
  })
})
