import { describe, expect, it } from '@jest/globals'
import fc from 'fast-check'
import { planTurns } from '../../../src/quickbooks/rate-limit/plan-turns.ts'
import { SLOT } from '../../../src/quickbooks/rate-limit/slot.ts'
import { aConnection } from '../../support/a-connection.ts'

const now = new Date('2026-03-09T12:00:00.000Z')
const time = now.getTime()
const turn = (changes = {}) => ({ slots: 1, reads: 0, deadline: time + 30_000, ...changes })

const anyTurns = fc.array(
  fc.record({
    slots: fc.integer({ min: 1, max: 13 }),
    reads: fc.integer({ min: 0, max: 30 }),
    deadline: fc.integer({ min: time, max: time + 40_000 }),
  }),
  { maxLength: 12 },
)
const anyConnection = fc.record({
  nextFreeAt: fc.integer({ min: time - 40_000, max: time + 40_000 }),
  readsBlockedUntil: fc.constantFrom(null, '2026-03-01T00:00:00.000Z', '2026-04-01T00:00:00.000Z'),
})

describe('turns', () => {
  it('are apart by what each takes, in the order of those who wait, and within their patience', () => {
    fc.assert(
      fc.property(anyConnection, anyTurns, (part, turns) => {
        const { connection, granted, refused } = planTurns(aConnection(part), turns, now)
        let free = Math.max(part.nextFreeAt, time)
        for (const { turn, at } of granted) {
          expect(at).toBe(free)
          expect(at).toBeLessThanOrEqual(turn.deadline)
          free += turn.slots * SLOT
        }
        if (granted.length > 0) expect(connection.nextFreeAt).toBe(free)
        const places = granted.map((one) => turns.indexOf(one.turn))
        expect(places).toEqual([...places].sort((one, other) => one - other))
        for (const { turn, because } of refused) {
          const isBlocked = turn.reads > 0 && part.readsBlockedUntil === '2026-04-01T00:00:00.000Z'
          expect(because.waitingFor).toBe(isBlocked ? 'monthly-reads' : 'rate-limit')
          if (!isBlocked) expect(because.until?.getTime()).toBeGreaterThan(turn.deadline)
        }
        // Somebody is always served.
        expect(granted.length + refused.length).toBeGreaterThanOrEqual(Math.min(1, turns.length))
      }),
    )
  })

  it('are taken a few at a time, so that other processes have theirs', () => {
    const turns = Array.from({ length: 10 }, () => turn())
    expect(planTurns(aConnection(), turns, now).granted).toHaveLength(8)
  })

  it('count metered reads by the month', () => {
    const reads = (month: string) =>
      planTurns(aConnection({ reads: { month, count: 5 } }), [turn({ reads: 2 }), turn({ reads: 1 })], now)
        .connection.reads
    expect(reads('2026-03')).toEqual({ month: '2026-03', count: 8 })
    expect(reads('2026-02')).toEqual({ month: '2026-03', count: 3 })
  })

  it('are not lost for longer than ten minutes to a clock that was wrong', () => {
    const wrong = aConnection({ nextFreeAt: Date.parse('2036-01-01') })
    const { refused } = planTurns(wrong, [turn()], now)
    expect(refused[0]?.because.until).toEqual(new Date(time + 10 * 60_000))
  })

  it('change nothing where nobody gets one', () => {
    const connection = aConnection({ nextFreeAt: time + 60_000 })
    expect(planTurns(connection, [turn()], now).connection).toBe(connection)
    expect(planTurns(connection, [], now).connection).toBe(connection)
  })
})
