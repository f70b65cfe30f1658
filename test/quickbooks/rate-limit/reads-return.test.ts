import { expect, it } from '@jest/globals'
import { readsReturn } from '../../../src/quickbooks/rate-limit/reads-return.ts'

it.each([
  ['2026-03-09T12:00:00Z', '2026-04-01T00:00:00.000Z'],
  ['2026-12-31T23:59:59Z', '2027-01-01T00:00:00.000Z'],
  // In America the month may not have turned yet.
  ['2026-04-01T00:30:00Z', '2026-04-01T01:30:00.000Z'],
  ['2026-04-02T00:00:00Z', '2026-05-01T00:00:00.000Z'],
])('metered reads that are used up at %s come back at %s', (now, then) => {
  expect(readsReturn(new Date(now)).toISOString()).toBe(then)
})
