import { describe, expect, it } from '@jest/globals'
import fc from 'fast-check'
import { planTurns, type Turn } from '../../../src/quickbooks/rate-limit/plan-turns.ts'
import { SLOT } from '../../../src/quickbooks/rate-limit/slot.ts'
import { aConnection } from '../../support/a-connection.ts'

const now = new Date('2026-03-09T12:00:00.000Z')
const time = now.getTime()
const turn = (changes = {}) => ({ slots: 1, reads: 0, deadline: time + 30_000, ...changes })
const reading = (...turns: readonly Turn[]) => ({ kind: 'read', turns }) as const

const anyTurns = fc.array(
  fc.record({
    slots: fc.integer({ min: 1, max: 13 }),
    reads: fc.integer({ min: 0, max: 30 }),
    deadline: fc.integer({ min: time, max: time + 40_000 }),
  }),
  { maxLength: 12 },
)
const anyKind = fc.constantFrom('read' as const, 'write' as const)
const anyConnection = fc.record({
  nextFreeAt: fc.integer({ min: time - 40_000, max: time + 40_000 }),
  readsBlockedUntil: fc.constantFrom(null, '2026-03-01T00:00:00.000Z', '2026-04-01T00:00:00.000Z'),
})

describe('turns', () => {
  it('are apart by what each takes, in the order of those who wait, and within their patience', () => {
    fc.assert(
      fc.property(anyConnection, anyKind, anyTurns, (part, kind, turns) => {
        const { connection, granted, refused, againAt } = planTurns(aConnection(part), { kind, turns }, now)
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
        // Somebody is always served, unless it is too early for all who wait.
        if (granted.length + refused.length === 0 && turns.length > 0) {
          expect(kind).toBe('read')
          expect(againAt).toBeGreaterThan(time)
          expect(againAt).toBeLessThan(free)
        }
      }),
    )
  })

  it('are taken a few at a time, so that other processes have theirs', () => {
    const turns = Array.from({ length: 10 }, () => turn())
    expect(planTurns(aConnection(), { kind: 'read', turns }, now).granted).toHaveLength(8)
  })

  it('are taken only about a second ahead by reads, and by writes as soon as they are free', () => {
    const connection = aConnection({ nextFreeAt: time + 1_500 })
    expect(planTurns(connection, reading(turn()), now)).toMatchObject({ granted: [], againAt: time + 1_004 })
    const { granted } = planTurns(connection, { kind: 'write', turns: [turn()] }, now)
    expect(granted.map(({ at }) => at)).toEqual([time + 1_500])
  })

  it('that come at once are taken by reads without patience, but not by a write that has waited too long', () => {
    const late = turn({ deadline: time - 1 })
    expect(planTurns(aConnection(), reading(late), now).granted).toHaveLength(1)
    const { granted, refused } = planTurns(aConnection(), { kind: 'write', turns: [late] }, now)
    expect([granted.length, refused.length]).toEqual([0, 1])
  })

  it('count metered reads by the month', () => {
    const reads = (month: string) =>
      planTurns(
        aConnection({ reads: { month, count: 5 } }),
        reading(turn({ reads: 2 }), turn({ reads: 1 })),
        now,
      ).connection.reads
    expect(reads('2026-03')).toEqual({ month: '2026-03', count: 8 })
    expect(reads('2026-02')).toEqual({ month: '2026-03', count: 3 })
  })

  it('are not lost for longer than ten minutes to a clock that was wrong', () => {
    const wrong = aConnection({ nextFreeAt: Date.parse('2036-01-01') })
    const { refused } = planTurns(wrong, reading(turn()), now)
    expect(refused[0]?.because.until).toEqual(new Date(time + 10 * 60_000))
  })

  it('change nothing where nobody gets one', () => {
    const connection = aConnection({ nextFreeAt: time + 60_000 })
    expect(planTurns(connection, reading(turn()), now).connection).toBe(connection)
    expect(planTurns(connection, reading(), now).connection).toBe(connection)
  })
})
