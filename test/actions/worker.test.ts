import { afterEach, describe, expect, it } from '@jest/globals'
import { EventEmitter, once } from 'node:events'
import { HeldBulk } from '../../src/actions/bulk/held-bulk.ts'
import type { HeldAction } from '../../src/actions/held-action.ts'
import { LeaseLost } from '../../src/actions/lease-lost.ts'
import { startWorker, type Worker } from '../../src/actions/start-worker.ts'
import { issueId } from '../../src/issues/issue-id.ts'
import { actionsAtWork } from '../support/actions-at-work.ts'
import { FakeBooks } from '../support/fake-books.ts'
import { newStores, syncFailure } from '../support/kept-issues.ts'
import { host as reporter } from '../support/readings.ts'

const now = () => new Date()
const { collections, issues, bulkActions } = await newStores(now)
const books = new FakeBooks()
const at = actionsAtWork({ collections, books, now })
const wish = { kind: 'resync', actor: reporter, note: null, changes: null, link: null } as const

const workers: Worker[] = []
afterEach(async () => {
  await Promise.all(workers.splice(0).map((worker) => worker.stop()))
})

let firms = 0

/** A client that failed, and a resync of it that is due now. */
async function asked(bulkId: string | null = null) {
  const firmId = `firm${(firms += 1)}`
  const { record } = syncFailure(1)
  const client = { ...record, type: 'client', id: 'c_1', client: null } as const
  await issues.reportFailure(firmId, syncFailure(1, { record: client }), reporter)
  const id = issueId(firmId, client)
  await at.request(firmId, id, { ...wish, id: `act_${firmId}`, bulkId })
  return { action: async () => (await issues.get(firmId, id))?.doc.action }
}

/** Tells what a worker does, and when. */
function diary() {
  const events = new EventEmitter()
  const next = (name: string) => once(events, name).then(([what]: unknown[]) => what)
  return { tell: (name: string, what?: unknown) => events.emit(name, what), next }
}

/** A worker over the issues of this test. */
function start(needs: Partial<Parameters<typeof startWorker>[0]>): Worker {
  const worker = startWorker({
    claimDue: (most) => at.claimDue(most),
    perform: (held) => held.advance({ step: 'cancel', reason: 'cancelled' }),
    claimBulks: async () => [],
    advanceBulk: async () => undefined,
    hurryBulk: async () => {},
    leaseMilliseconds: 30_000,
    now,
    places: 4,
    // Nobody waits for so long: only what wakes the worker makes it look.
    idleMilliseconds: 10 * 60_000,
    onError: (error) => {
      throw error
    },
    ...needs,
  })
  workers.push(worker)
  return worker
}

describe('a worker', () => {
  it('takes what is due when it starts, and when it is woken', async () => {
    const { tell, next } = diary()
    const first = await asked()
    const perform = async (held: HeldAction) => {
      await held.advance({ step: 'cancel', reason: 'cancelled' })
      tell('performed', held.action.id)
    }
    const performed = next('performed')
    const worker = start({ perform })
    await performed
    expect(await first.action()).toMatchObject({ state: 'cancelled', reason: 'cancelled' })
    const again = next('performed')
    const second = await asked()
    worker.wake()
    await again
    expect(await second.action()).toMatchObject({ state: 'cancelled' })
  })

  it('looks by itself from time to time', async () => {
    const { tell, next } = diary()
    const looked = next('looked')
    let times = 0
    start({
      idleMilliseconds: 5,
      claimDue: async () => {
        if ((times += 1) === 3) tell('looked')
        return []
      },
    })
    await looked
    expect(times).toBeGreaterThanOrEqual(3)
  })

  it('takes no more than it has places for, and the next as soon as one is free', async () => {
    const { tell, next } = diary()
    await Promise.all(Array.from({ length: 3 }, () => asked()))
    let atWork = 0
    let most = 0
    let left = 3
    const done = next('done')
    start({
      places: 1,
      perform: async (held) => {
        most = Math.max(most, (atWork += 1))
        await new Promise(setImmediate)
        await held.advance({ step: 'cancel', reason: 'cancelled' })
        atWork -= 1
        if ((left -= 1) === 0) tell('done')
      },
    })
    await done
    expect(most).toBe(1)
  })

  it('lets what is at work end when it is stopped, and takes nothing more', async () => {
    const { tell, next } = diary()
    const first = await asked()
    let finish = () => {}
    const begun = next('begun')
    const worker = start({
      places: 1,
      perform: async (held) => {
        tell('begun')
        await new Promise<void>((resolve) => {
          finish = resolve
        })
        await held.advance({ step: 'cancel', reason: 'cancelled' })
      },
    })
    await begun
    const second = await asked()
    const stopped = worker.stop()
    worker.wake()
    finish()
    await stopped
    expect(await first.action()).toMatchObject({ state: 'cancelled' })
    expect(await second.action()).toMatchObject({ state: 'queued' })
    await at.performDue()
  })

  it('keeps the lease of a write that takes longer than the lease', async () => {
    const { tell, next } = diary()
    const { action } = await asked()
    const leaseMilliseconds = 60
    let renewed = 0
    const ended = next('ended')
    start({
      leaseMilliseconds,
      claimDue: async (most) => {
        const claimed = await at.claimDue(most)
        for (const held of claimed) {
          const advance = held.advance.bind(held)
          held.advance = async (step) => {
            await advance(step)
            if (step.step === 'renew') tell('renewed', (renewed += 1))
          }
        }
        return claimed
      },
      perform: async (held) => {
        // As long as several leases last.
        while (renewed < 8) await next('renewed')
        await held.advance({ step: 'cancel', reason: 'cancelled' })
        tell('ended')
      },
    })
    await ended
    expect(await action()).toMatchObject({ state: 'cancelled', reason: 'cancelled' })
  })

  it('is not disturbed by a lease that it has lost, and tells of everything else', async () => {
    const { tell, next } = diary()
    const errors: unknown[] = []
    const bug = new Error('a bug')
    await asked()
    await asked()
    const told = next('told')
    const thrown: Error[] = [new LeaseLost(), bug]
    start({
      places: 1,
      perform: async (held) => {
        await held.advance({ step: 'cancel', reason: 'cancelled' })
        throw thrown.shift() ?? bug
      },
      onError: (error) => {
        errors.push(error)
        tell('told')
      },
    })
    await told
    expect(errors).toEqual([bug])
  })

  it('goes on after its storage could not be reached', async () => {
    const { tell, next } = diary()
    const { action } = await asked()
    const performed = next('performed')
    let isDown = true
    const errors: unknown[] = []
    start({
      idleMilliseconds: 5,
      claimDue: async (most) => {
        if (isDown) throw new Error('it is down')
        return at.claimDue(most)
      },
      perform: async (held) => {
        await held.advance({ step: 'cancel', reason: 'cancelled' })
        tell('performed')
      },
      onError: (error) => {
        errors.push(error)
        isDown = errors.length < 3
      },
    })
    await performed
    expect(errors).toHaveLength(3)
    expect(await action()).toMatchObject({ state: 'cancelled' })
  })

  it('goes on with a bulk action when its time has come', async () => {
    const { tell, next } = diary()
    const wanted = {
      id: 'blk_1',
      firmId: 'acme',
      kind: 'skip',
      actor: reporter,
      note: null,
      ranks: [],
    } as const
    const doc = await bulkActions.request(wanted)
    const held = new HeldBulk({ bulks: collections.bulkActions, now }, { doc, version: 1 }, 'lease')
    const waits = [0, 5, undefined]
    let due = true
    const over = next('over')
    start({
      claimBulks: async () => {
        if (!due) return []
        due = false
        return [held]
      },
      advanceBulk: async () => {
        const wait = waits.shift()
        due = wait !== undefined
        if (!due) tell('over')
        return wait
      },
    })
    await over
    expect(waits).toEqual([])
  })

  it('has a bulk action looked at when it has few of its actions left', async () => {
    const { tell, next } = diary()
    for (let i = 0; i < 10; i += 1) await asked('blk_2')
    let performed = 0
    let last = Promise.resolve()
    const hurried = next('hurried')
    start({
      places: 10,
      perform: (held) => {
        // One after the other.
        last = last.then(async () => {
          await held.advance({ step: 'cancel', reason: 'cancelled' })
          performed += 1
          await new Promise(setImmediate)
        })
        return last
      },
      hurryBulk: async (bulkId) => {
        tell('hurried', { bulkId, performed })
      },
    })
    expect(await hurried).toEqual({ bulkId: 'blk_2', performed: 3 })
  })
})
