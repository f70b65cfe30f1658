import { describe, expect, it } from '@jest/globals'
import fc from 'fast-check'
import {
  type ConnectionCollection,
  connectionDesign,
} from '../../../src/quickbooks/connection/connection-collection.ts'
import type { NotSent } from '../../../src/quickbooks/not-sent.ts'
import { BATCH_SLOTS } from '../../../src/quickbooks/rate-limit/batch-slots.ts'
import { createRateLimit, type RateLimit } from '../../../src/quickbooks/rate-limit/create-rate-limit.ts'
import { SLOT } from '../../../src/quickbooks/rate-limit/slot.ts'
import type { TurnWish } from '../../../src/quickbooks/rate-limit/turn-wish.ts'
import { aConnection } from '../../support/a-connection.ts'
import { temporaryStorage } from '../../support/temporary-storage.ts'
import { waitingClock } from '../../support/waiting-clock.ts'

const connections: ConnectionCollection = await (await temporaryStorage()).collection(connectionDesign)

let firms = 0
const PATIENCE = 30_000
const WRITE_PATIENCE = 2_000
const MINUTE = 60_000

/** A firm of its own, a clock, and as many processes as wanted that call for it. */
async function aFirm({ processes = 1, patience = PATIENCE, start = '2026-03-09T12:00:00.000Z' } = {}) {
  const firmId = `firm_${(firms += 1)}`
  await connections.insert(aConnection({ firmId }))
  const clock = waitingClock(start)
  const limits = Array.from({ length: processes }, () =>
    createRateLimit({ connections, ...clock, patience: { read: patience, write: WRITE_PATIENCE } }),
  )
  const left: number[] = []
  const leave = async (limit: RateLimit, wish: TurnWish): Promise<'now' | NotSent> => {
    const turn = await limit.reserve(firmId, wish)
    if (turn === 'now') left.push(clock.now().getTime())
    return turn
  }
  const call = (limit: RateLimit, slots = 1, reads = 0) => leave(limit, { kind: 'read', slots, reads })
  const write = (limit: RateLimit) => leave(limit, { kind: 'write', slots: 1, reads: 0 })
  const [limit] = limits
  if (limit === undefined) throw new Error('There is no process.')
  return {
    firmId,
    clock,
    limits,
    limit,
    left,
    call,
    write,
    kept: async () => (await connections.get(firmId))?.doc,
  }
}

/** The most that arrive within a time, each up to so much later than it left. */
function mostWithin(times: readonly number[], window: number): number {
  const sorted = [...times].sort((one, other) => one - other)
  return Math.max(0, ...sorted.map((from) => sorted.filter((at) => at >= from && at <= from + window).length))
}

describe('the calls of a company', () => {
  it('use nearly all that is allowed and never more, from four processes', async () => {
    const { clock, limits, call, left } = await aFirm({ processes: 4, patience: 10 * MINUTE })
    const all = limits.flatMap((limit) => Array.from({ length: 150 }, () => call(limit)))
    await clock.until(Promise.all(all))
    const [first = 0] = left
    const last = Math.max(...left)
    expect(left).toHaveLength(600)
    expect((599 / (last - first)) * MINUTE).toBeGreaterThan(0.95 * 500)
    // Though some are this much slower on their way than others.
    expect(mostWithin(left, MINUTE + 1_900)).toBeLessThanOrEqual(500)
    expect(mostWithin(left, 1_000 + 230)).toBeLessThanOrEqual(10)
  })

  it('are never more than that, whoever calls when and for how much', async () => {
    const someone = fc.record({
      after: fc.integer({ min: 0, max: 3_000 }),
      process: fc.nat({ max: 2 }),
      slots: fc.constantFrom(1, 1, 1, BATCH_SLOTS),
    })
    await fc.assert(
      fc.asyncProperty(fc.array(someone, { minLength: 1, maxLength: 30 }), async (callers) => {
        const { clock, limits, limit, call, left } = await aFirm({ processes: 3, patience: 5 * MINUTE })
        const all = callers.map(async ({ after, process, slots }) => {
          await clock.wait(after)
          return call(limits[process] ?? limit, slots)
        })
        expect(await clock.until(Promise.all(all))).toEqual(callers.map(() => 'now'))
        expect(mostWithin(left, 1_000 + 230)).toBeLessThanOrEqual(10)
      }),
      { numRuns: 30 },
    )
  })

  it('are at most 40 batches a minute', async () => {
    const { clock, limits, call, left } = await aFirm({ processes: 2, patience: 10 * MINUTE })
    const all = limits.flatMap((limit) => Array.from({ length: 30 }, () => call(limit, BATCH_SLOTS)))
    await clock.until(Promise.all(all))
    expect(left).toHaveLength(60)
    expect(mostWithin(left, MINUTE + 1_000)).toBeLessThanOrEqual(40)
  })

  it('leave at once where nobody was before', async () => {
    const { clock, limit, call, left } = await aFirm()
    const start = clock.now().getTime()
    await clock.until(call(limit))
    expect(left).toEqual([start])
  })

  it('wait no longer than they are told to, and are told when to come back', async () => {
    const { clock, limit, call, left, kept } = await aFirm({ patience: 1_000 })
    const start = clock.now().getTime()
    const turns = await clock.until(Promise.all(Array.from({ length: 12 }, () => call(limit))))
    const refused = turns.filter((turn) => turn !== 'now')
    expect([left.length, refused.length]).toEqual([9, 3])
    for (const turn of refused) {
      expect(turn).toMatchObject({ outcome: 'not-sent', waitingFor: 'rate-limit' })
      expect(turn.until?.getTime()).toBeGreaterThan(start + 1_000)
    }
    // Who is refused takes nothing.
    expect((await kept())?.nextFreeAt).toBe(start + 9 * SLOT)
  })

  it('leave at once or not at all where there is no patience', async () => {
    const { clock, limit, call, left } = await aFirm({ patience: 0 })
    const first = call(limit)
    // However long the storage takes.
    clock.pass(40)
    expect(await clock.until(first)).toBe('now')
    expect(await clock.until(call(limit))).toMatchObject({ outcome: 'not-sent', waitingFor: 'rate-limit' })
    expect(left).toHaveLength(1)
  })

  it('are independent of those of other companies', async () => {
    const [one, other] = [await aFirm(), await aFirm()]
    const start = one.clock.now().getTime()
    await one.clock.until(one.call(one.limit))
    await other.clock.until(other.call(other.limit))
    expect([...one.left, ...other.left]).toEqual([start, start])
  })

  it('wait for a connection where there is none', async () => {
    const { limit, clock } = await aFirm()
    const turn = limit.reserve('nobody', { kind: 'read', slots: 1, reads: 0 })
    expect(await clock.until(turn)).toEqual({
      outcome: 'not-sent',
      waitingFor: 'connection',
      until: undefined,
    })
  })
})

describe('a write', () => {
  it('leaves within its patience, however many reads of however many processes wait', async () => {
    const { clock, limits, limit, call, write } = await aFirm({ processes: 4, patience: 10 * MINUTE })
    const reads = Promise.all(limits.flatMap((one) => Array.from({ length: 100 }, () => call(one))))
    const waited: number[] = []
    const writeNowAndThen = async (): Promise<void> => {
      for (let i = 0; i < 40; i += 1) {
        await clock.wait(700)
        const start = clock.now().getTime()
        expect(await write(limits[i % limits.length] ?? limit)).toBe('now')
        waited.push(clock.now().getTime() - start)
      }
    }
    await clock.until(Promise.all([reads, writeNowAndThen()]))
    expect(Math.max(...waited)).toBeLessThanOrEqual(1_500)
  })

  it('that would have to wait longer is not sent, and told when to come back', async () => {
    const { firmId, clock, limit, write, kept } = await aFirm()
    const start = clock.now().getTime()
    const known = await connections.get(firmId)
    if (known === undefined) throw new Error('There is no connection.')
    await connections.replace({ ...known.doc, nextFreeAt: start + 5_000 }, known.version)
    const until = new Date(start + 5_000)
    expect(await clock.until(write(limit))).toEqual({ outcome: 'not-sent', waitingFor: 'rate-limit', until })
    expect((await kept())?.nextFreeAt).toBe(start + 5_000)
  })
})

describe('a turn', () => {
  it('that is missed is lost, and another one is taken', async () => {
    const firmId = `firm_${(firms += 1)}`
    await connections.insert(aConnection({ firmId }))
    const clock = waitingClock()
    let naps = 0
    const limit = createRateLimit({
      connections,
      ...clock,
      patience: { read: PATIENCE, write: WRITE_PATIENCE },
      wait: async (milliseconds) => {
        await clock.wait(milliseconds)
        // The whole process is held up once.
        if ((naps += 1) === 1) clock.pass(300)
      },
    })
    const start = clock.now().getTime()
    const left: number[] = []
    const call = async () => {
      await limit.reserve(firmId, { kind: 'read', slots: 1, reads: 0 })
      left.push(clock.now().getTime() - start)
    }
    await clock.until(Promise.all(Array.from({ length: 4 }, call)))
    expect(left).toHaveLength(4)
    expect(mostWithin(left, SLOT - 1)).toBeLessThanOrEqual(2)
    for (const at of left) expect(at % SLOT).toBeLessThanOrEqual(60)
  })

  it('fails with the storage for all who wait, and the next ones are served again', async () => {
    const { firmId, clock } = await aFirm()
    let isFull = true
    const failing: ConnectionCollection = {
      ...connections,
      replace: async (doc, version) => {
        if (isFull) throw new Error('The disk is full.')
        return connections.replace(doc, version)
      },
    }
    const limit = createRateLimit({
      connections: failing,
      ...clock,
      patience: { read: PATIENCE, write: WRITE_PATIENCE },
    })
    const call = () => limit.reserve(firmId, { kind: 'read', slots: 1, reads: 0 })
    const both = await clock.until(Promise.allSettled([call(), call()]))
    expect(both.map(({ status }) => status)).toEqual(['rejected', 'rejected'])
    isFull = false
    expect(await clock.until(call())).toBe('now')
  })
})

describe('after a 429', () => {
  it('nothing leaves for a minute, not even what had its turn in another process', async () => {
    const { firmId, clock, limits, limit, call, left } = await aFirm({ processes: 2, patience: 2 * MINUTE })
    const calls = limits.flatMap((one) => Array.from({ length: 6 }, () => call(one)))
    await clock.until(Promise.race(calls))
    const before = left.length
    const at = clock.now().getTime()
    expect(await limit.throttled(firmId, 'minute')).toEqual({
      outcome: 'not-sent',
      waitingFor: 'rate-limit',
      until: new Date(at + MINUTE),
    })
    await clock.until(Promise.all(calls))
    expect(left).toHaveLength(12)
    expect(Math.min(...left.slice(before))).toBeGreaterThanOrEqual(at + MINUTE)
    expect(mostWithin(left, 1_000 + 230)).toBeLessThanOrEqual(10)
  })

  it('who has less patience is told when to come back', async () => {
    const { firmId, clock, limit, call } = await aFirm()
    await limit.throttled(firmId, 'minute')
    expect(await clock.until(call(limit))).toEqual({
      outcome: 'not-sent',
      waitingFor: 'rate-limit',
      until: new Date(clock.now().getTime() + MINUTE),
    })
  })

  it('of the month, metered reads wait for the next one, and writes go on', async () => {
    const { firmId, clock, limits, limit, call, kept } = await aFirm({ processes: 2 })
    const until = new Date('2026-04-01T00:00:00.000Z')
    const waiting = { outcome: 'not-sent', waitingFor: 'monthly-reads', until }
    expect(await limit.throttled(firmId, 'month')).toEqual(waiting)
    for (const one of limits) {
      expect(await clock.until(call(one, 1, 1))).toEqual(waiting)
      expect(await clock.until(call(one, 1, 0))).toBe('now')
    }
    expect((await kept())?.reads.count).toBe(0)
    clock.pass(until.getTime() - clock.now().getTime())
    expect(await clock.until(call(limit, 1, 1))).toBe('now')
    expect((await kept())?.reads).toEqual({ month: '2026-04', count: 1 })
  })

  it('of a firm that is gone, nothing is kept', async () => {
    const { clock, limit } = await aFirm()
    await limit.throttled('nobody', 'minute')
    await limit.throttled('nobody', 'month')
    await clock.until(limit.answered('nobody'))
    expect(await connections.get('nobody')).toBeUndefined()
  })
})

describe('metered reads', () => {
  it('are counted, whichever process makes them', async () => {
    const { clock, limits, call, kept } = await aFirm({ processes: 3 })
    await clock.until(Promise.all(limits.flatMap((one) => [call(one, 1, 1), call(one, 1, 4)])))
    expect((await kept())?.reads).toEqual({ month: '2026-03', count: 15 })
  })
})

describe('a success', () => {
  it('is noted once a minute at most, in all processes together', async () => {
    const { firmId, clock, limits, limit } = await aFirm({ processes: 3 })
    const version = async () => (await connections.get(firmId))?.version
    for (const one of [...limits, ...limits]) await one.answered(firmId)
    const first = clock.now().toISOString()
    expect(await connections.get(firmId)).toMatchObject({ version: 2, doc: { lastSuccessAt: first } })
    clock.pass(MINUTE - 1)
    for (const one of limits) await one.answered(firmId)
    expect(await version()).toBe(2)
    clock.pass(1)
    await limit.answered(firmId)
    expect(await connections.get(firmId)).toMatchObject({
      version: 3,
      doc: { lastSuccessAt: clock.now().toISOString() },
    })
  })
})
