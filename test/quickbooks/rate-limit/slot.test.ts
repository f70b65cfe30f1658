import { describe, expect, it } from '@jest/globals'
import { planTurns } from '../../../src/quickbooks/rate-limit/plan-turns.ts'
import { SLOT, slotFor } from '../../../src/quickbooks/rate-limit/slot.ts'
import { aConnection } from '../../support/a-connection.ts'

const now = new Date('2026-03-09T12:00:00.000Z')
const turns = Array.from({ length: 1_000 }, () => ({ slots: 1, reads: 0, deadline: now.getTime() + 60_000 }))

describe('requests of a company that allows more than Intuit', () => {
  it('leave as much closer to each other, and as many more are planned at once', () => {
    expect(slotFor(500)).toBe(SLOT)
    const { granted } = planTurns(aConnection(), { kind: 'read', turns }, now, slotFor(15_000))
    expect(granted).toHaveLength(8 * 30)
    expect((granted[30]?.at ?? 0) - now.getTime()).toBeCloseTo(SLOT)
  })
})
