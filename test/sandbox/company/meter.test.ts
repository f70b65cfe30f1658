import { expect, test } from '@jest/globals'
import { createMeter } from '../../../src/sandbox/company/gateway/meter.ts'

test('reads are counted by the calendar month', () => {
  let now = new Date('2026-03-31T23:59:59Z')
  const meter = createMeter(() => now)
  expect(meter.admits(2, 3)).toBe(true)
  expect(meter.admits(2, 3)).toBe(false)
  expect(meter.admits(0, 3)).toBe(true)
  expect(meter.admits(1, 3)).toBe(true)
  now = new Date('2026-04-01T00:00:00Z')
  expect(meter.admits(3, 3)).toBe(true)
  expect(meter.count()).toBe(3)
})
