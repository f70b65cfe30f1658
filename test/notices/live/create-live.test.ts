import { describe, expect, it } from '@jest/globals'
import { setImmediate as breathe } from 'node:timers/promises'
import { PassThrough } from 'node:stream'
import fc from 'fast-check'
import { stoppedClock } from '../../support/clock.ts'
import { newStores } from '../../support/kept-issues.ts'
import { heard, liveAt } from '../../support/live-at.ts'

const BEAT = 15_000
const LOOK = 1000
const HINT = 250
const HOUR = 60 * 60 * 1000

const { now, pass } = stoppedClock()
const stores = await newStores(now)
const { noticeLog, signals } = stores

/** Puts a notice in this place of the firm's log, as another process does. */
async function log(firmId: string, place: number): Promise<void> {
  const told = { id: `evt_${place}`, firmId, at: now().toISOString(), subject: 'connection', sequence: place }
  const actor = { type: 'system', id: 'syncdoctor', via: null } as const
  const connection = { companyName: 'Northwind LLC', endsAt: now().toISOString(), daysLeft: 0, actor }
  await noticeLog.put({ ...told, type: 'connection.lost', connection }, place)
}

/** The places of the events in what a stream said. */
function placesIn(text: string): readonly number[] {
  return [...text.matchAll(/^id: (\d+)\nevent: connection\.lost$/gmu)].map(([, place]) => Number(place))
}

let firms = 0
const aFirm = () => `firm${(firms += 1)}`

/** Lets what has begun come to its end. */
async function settle(): Promise<void> {
  for (let turn = 0; turn < 20; turn += 1) await breathe()
}

describe('a stream', () => {
  it('begins with where its firm’s log is, and tells what comes after, thin', async () => {
    const firmId = aFirm()
    await log(firmId, 1)
    const live = liveAt(stores, now)
    const stream = await live.stream({ firmId })
    expect(await heard(stream, 'ready')).toBe('retry: 3000\nid: 1\nevent: ready\ndata: {}\n\n')
    await log(firmId, 2)
    signals.emit('logged', firmId)
    const text = await heard(stream, 'connection.lost')
    expect(text).toMatch(/^id: 2\nevent: connection\.lost\ndata: (\{.+\})\n\n$/u)
    expect(text).toContain('"daysLeft":0')
    expect(text).not.toContain('Northwind')
    live.close()
  })

  it('tells what another process has logged, within a second', async () => {
    const firmId = aFirm()
    const live = liveAt(stores, now)
    const stream = await live.stream({ firmId })
    await settle()
    await log(firmId, 1)
    live.tick(LOOK)
    expect(placesIn(await heard(stream, 'connection.lost'))).toEqual([1])
    live.close()
  })

  it('tells nothing of another firm', async () => {
    const firmId = aFirm()
    const other = aFirm()
    const live = liveAt(stores, now)
    const stream = await live.stream({ firmId })
    await log(other, 1)
    signals.emit('logged', other)
    signals.emit('changed', other)
    live.tick(LOOK)
    live.tick(HINT)
    live.tick(BEAT)
    expect(await heard(stream, ': \n\n')).not.toContain('connection.lost')
    live.close()
  })

  it('goes on where its reader was, and misses nothing and repeats nothing', async () => {
    await fc.assert(
      fc.asyncProperty(
        fc.integer({ min: 0, max: 130 }),
        fc.integer({ min: 0, max: 130 }),
        async (known, more) => {
          const firmId = aFirm()
          for (let place = 1; place <= known + more; place += 1) await log(firmId, place)
          const live = liveAt(stores, now)
          const stream = await live.stream({ firmId, lastEventId: String(known) })
          let text = await heard(stream, 'ready')
          if (more > 0) text += await heard(stream, `id: ${known + more}\n`)
          expect(placesIn(text)).toEqual(Array.from({ length: more }, (_, n) => known + 1 + n))
          live.close()
        },
      ),
      { numRuns: 8 },
    )
  })

  it.each([
    ['a day has passed since', 25 * HOUR, '1'],
    ['the place is none of this log', 0, '77'],
    ['it is no place at all', 0, 'evt_1; DROP'],
  ])('begins with a reset where %s', async (_, milliseconds, lastEventId) => {
    const firmId = aFirm()
    await log(firmId, 1)
    await log(firmId, 2)
    pass(milliseconds)
    const live = liveAt(stores, now)
    const stream = await live.stream({ firmId, lastEventId })
    expect(await heard(stream, 'reset')).toBe('retry: 3000\nid: 2\nevent: reset\ndata: {}\n\n')
    live.close()
  })

  it('is no reset for whoever has seen all, however long ago', async () => {
    const firmId = aFirm()
    await log(firmId, 1)
    pass(100 * HOUR)
    const live = liveAt(stores, now)
    const streams = [
      await live.stream({ firmId, lastEventId: '1' }),
      await live.stream({ firmId: aFirm(), lastEventId: '0' }),
    ]
    for (const stream of streams) expect(await heard(stream, '\n\n')).toContain('event: ready')
    live.close()
  })

  it('hints that something has changed, four times a second at most', async () => {
    const firmId = aFirm()
    const live = liveAt(stores, now)
    const stream = await live.stream({ firmId })
    for (let change = 0; change < 100; change += 1) signals.emit('changed', firmId)
    live.tick(HINT)
    live.tick(HINT)
    live.tick(BEAT)
    const text = await heard(stream, ': \n\n')
    expect(text.match(/^event: change$/gmu)).toHaveLength(1)
    expect(text).toContain('\n\nevent: change\ndata: {}\n\n')
    live.close()
  })

  it('ends once its reader may no longer read', async () => {
    const live = liveAt(stores, now)
    let isAllowed = true
    const stream = await live.stream({ firmId: aFirm(), isAllowed: async () => isAllowed })
    live.tick(BEAT)
    await heard(stream, ': \n\n')
    isAllowed = false
    live.tick(BEAT)
    expect(await heard(stream, 'never')).toBe('')
    await settle()
    expect(live.jobs.size).toBe(0)
  })

  it('ends where nobody can say whether its reader still may', async () => {
    const live = liveAt(stores, now)
    const stream = await live.stream({ firmId: aFirm(), isAllowed: () => Promise.reject(new Error('gone')) })
    live.tick(BEAT)
    await heard(stream, 'never')
    expect(live.errors).toEqual([new Error('gone')])
  })

  it('is dropped where nobody reads it', async () => {
    const firmId = aFirm()
    const live = liveAt(stores, now)
    const stream = await live.stream({ firmId })
    const stuck = new PassThrough({ highWaterMark: 1 })
    stream.pipe(stuck)
    for (let round = 0; !stream.destroyed && round < 20_000; round += 1) {
      signals.emit('changed', firmId)
      live.tick(HINT)
      if (round % 100 === 0) await breathe()
    }
    expect(stream.destroyed).toBe(true)
    await settle()
    expect(live.jobs.size).toBe(0)
  })
})

describe('the streams of a process', () => {
  it('look at the log of a firm once for all of them', async () => {
    const firmId = aFirm()
    const live = liveAt(stores, now)
    const streams = await Promise.all(
      Array.from({ length: 20 }, (_, n) => live.stream({ firmId, reader: `mem_${n}` })),
    )
    await settle()
    const before = live.looks.count
    await log(firmId, 1)
    live.tick(LOOK)
    for (const stream of streams) expect(placesIn(await heard(stream, 'connection.lost'))).toEqual([1])
    expect(live.looks.count - before).toBe(1)
    live.close()
  })

  it('are at most 100 of a firm and 50 of a reader, and make room for others when they close', async () => {
    const live = liveAt(stores, now)
    const wish = { lastEventId: undefined, isAllowed: async () => true }
    const firmId = aFirm()
    for (let n = 0; n < 99; n += 1) await live.stream({ firmId, reader: `mem_${n}` })
    const last = await live.stream({ firmId, reader: 'mem_99' })
    expect(await live.open({ ...wish, firmId, reader: 'mem_100' })).toBe('too-many')
    last.destroy()
    await settle()
    expect(await live.open({ ...wish, firmId, reader: 'mem_100' })).not.toBe('too-many')
    for (let n = 0; n < 50; n += 1) await live.stream({ firmId: aFirm(), reader: 'key_1' })
    expect(await live.open({ ...wish, firmId: aFirm(), reader: 'key_1' })).toBe('too-many')
    live.close()
  })

  it('all end when the service stops, and none begins any more', async () => {
    const live = liveAt(stores, now)
    const streams = [await live.stream({ firmId: aFirm() }), await live.stream({ firmId: aFirm() })]
    live.close()
    for (const stream of streams) expect(await heard(stream, 'never')).toContain('event: ready')
    const wish = { firmId: aFirm(), reader: 'mem_1', lastEventId: undefined, isAllowed: async () => true }
    expect(await live.open(wish)).toBe('closed')
    await settle()
    expect(live.jobs.size).toBe(0)
  })
})
