import { describe, expect, it } from '@jest/globals'
import fc from 'fast-check'
import { revisionOf } from '../../src/domain/revision-of.ts'
import { issueId } from '../../src/issues/issue-id.ts'
import { createOutboxSource } from '../../src/notices/outbox-source.ts'
import { purgeNotices } from '../../src/notices/purge-notices.ts'
import type { LoggedNotice } from '../../src/notices/logged-notice.ts'
import { newStores, syncFailure, syncSuccess } from '../support/kept-issues.ts'
import { host } from '../support/readings.ts'
import { relayOver } from '../support/relay-over.ts'

let clock = Date.parse('2026-03-09T12:00:00.000Z')
const now = () => new Date(clock)
const stores = await newStores(now)
const { collections, issues, noticeLog } = stores
const recordOf = (n: number) => ({ type: 'invoice', id: `inv_${n}` }) as const

async function fails(firmId: string, n: number, at = 1) {
  const { record } = syncFailure(at)
  return issues.reportFailure(firmId, syncFailure(at, { record: { ...record, ...recordOf(n) } }), host)
}

async function logOf(firmId: string): Promise<readonly LoggedNotice[]> {
  return noticeLog.after(firmId, 0, 1_000)
}

describe('what is to be told', () => {
  it('stands in the log of its own firm, in places without gaps', async () => {
    for (const n of [1, 2, 3]) await fails('north', n)
    await fails('south', 1)
    await relayOver(stores, { now })()
    expect((await logOf('north')).map(({ place }) => Number(place))).toEqual([1, 2, 3])
    expect((await logOf('south')).map(({ notice }) => notice.firmId)).toEqual(['south'])
  })

  it('is told to every listener in order, and then no more', async () => {
    const heard: string[] = []
    const listen = async ({ firmId, notice }: LoggedNotice) => {
      if (firmId === 'west') heard.push(`${notice.type} ${notice.sequence}`)
    }
    await fails('west', 1)
    await issues.reportSuccess('west', syncSuccess(2, { record: recordOf(1) }), host)
    const relay = relayOver(stores, { now, listeners: [listen] })
    await relay()
    await relay()
    expect(heard).toEqual(['issue.opened 1', 'issue.resolved 2'])
  })

  it('does not change the version that callers see of an issue', async () => {
    const { issue } = await fails('east', 1)
    await relayOver(stores, { now })()
    const found = await issues.get('east', issueId('east', recordOf(1)))
    if (found === undefined) throw new Error('It is gone.')
    expect(found.version).toBeGreaterThan(issue.version)
    expect(revisionOf(found)).toBe(revisionOf(issue))
  })

  it('is told once in the log, however many relays there are and wherever they are killed', async () => {
    let run = 0
    await fc.assert(
      fc.asyncProperty(
        fc.array(fc.record({ relay: fc.nat(2), dies: fc.nat(12) }), { minLength: 1, maxLength: 6 }),
        fc.integer({ min: 1, max: 4 }),
        async (deaths, count) => {
          const firmId = `run${(run += 1)}`
          const heard: string[] = []
          const listen = async ({ notice }: LoggedNotice) => {
            if (notice.firmId === firmId) heard.push(notice.id)
          }
          let happened = 0
          for (let n = 0; n < count; n += 1) {
            await fails(firmId, n)
            happened += 1
            if (n % 2 === 0) continue
            // It has two things to tell at once.
            await issues.reportSuccess(firmId, syncSuccess(2, { record: recordOf(n) }), host)
            happened += 1
          }
          // Each dies at some write; what it was at is left lying until its lease is over.
          for (const { dies } of deaths) {
            await Promise.allSettled([dying(dies, [listen])(), dying(dies + 1, [listen])()])
            clock += 31_000
          }
          await Promise.all([
            relayOver(stores, { now, listeners: [listen] })(),
            relayOver(stores, { now, listeners: [listen] })(),
          ])
          clock += 31_000
          await relayOver(stores, { now, listeners: [listen] })()
          const log = await logOf(firmId)
          expect(log.map(({ place }) => Number(place))).toEqual(
            Array.from({ length: happened }, (_, i) => i + 1),
          )
          const ids = log.map(({ notice }) => notice.id)
          expect(new Set(ids).size).toBe(happened)
          expect(new Set(heard)).toEqual(new Set(ids))
        },
      ),
      { numRuns: 40 },
    )
  })
})

describe('the log', () => {
  it('is cleared of what is older than thirty days, except its last place', async () => {
    await fails('old', 1)
    await fails('old', 2)
    await relayOver(stores, { now })()
    clock += 31 * 24 * 60 * 60 * 1000
    await purgeNotices(collections.notices, now())
    expect((await logOf('old')).map(({ place }) => Number(place))).toEqual([2])
    await fails('old', 3)
    await relayOver(stores, { now })()
    expect((await logOf('old')).map(({ place }) => Number(place))).toEqual([2, 3])
  })
})

/** A relay whose process dies at its n-th write: nothing it wants after that is done. */
function dying(writes: number, listeners: readonly ((entry: LoggedNotice) => Promise<void>)[]) {
  let left = writes
  const until = <A extends readonly unknown[], R>(write: (...given: A) => Promise<R>) => {
    return async (...given: A): Promise<R> => {
      if (left <= 0) return new Promise<R>((_, reject) => reject(new Error('killed')))
      left -= 1
      return write(...given)
    }
  }
  const { issues: kept } = collections
  const dead = {
    outboxes: [
      createOutboxSource({
        get: (id: string) => kept.get(id),
        page: (query: Parameters<typeof kept.page>[0]) => kept.page(query),
        replace: until((...given: Parameters<typeof kept.replace>) => kept.replace(...given)),
      }),
    ],
    noticeLog: {
      ...noticeLog,
      put: until((...given: Parameters<typeof noticeLog.put>) => noticeLog.put(...given)),
    },
  }
  return relayOver(dead, { now, listeners: listeners.map((listen) => until(listen)) })
}
