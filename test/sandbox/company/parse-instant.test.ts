import { expect, test } from '@jest/globals'
import fc from 'fast-check'
import { answerTime } from '../../../src/sandbox/company/answer-time.ts'
import { parseInstant } from '../../../src/sandbox/company/parse-instant.ts'

test.each([
  ['2026-03-02', '2026-03-02T08:00:00.000Z'],
  ['2026-03-02T01:41:00', '2026-03-02T09:41:00.000Z'],
  ['2026-03-02T01:41', '2026-03-02T09:41:00.000Z'],
  ['2026-03-02T01:41:00.5Z', '2026-03-02T01:41:00.500Z'],
  ['2026-03-02T01:41:00+02:00', '2026-03-01T23:41:00.000Z'],
  ['2026-03-02T01:41:00-0800', '2026-03-02T09:41:00.000Z'],
])('%s is %s', (text, instant) => {
  expect(new Date(parseInstant(text) ?? NaN).toISOString()).toBe(instant)
})

test.each(['', 'yesterday', '2026-13-01', '2026-03-02T25:00', '2026-3-2', '2026-03-02 01:41'])(
  '%j is none',
  (text) => {
    expect(parseInstant(text)).toBeUndefined()
  },
)

test('any time of an answer is read as what it was', () => {
  const range = { min: new Date('2000-01-01'), max: new Date('2100-01-01'), noInvalidDate: true }
  fc.assert(
    fc.property(fc.date(range), (at) => {
      expect(parseInstant(answerTime(at))).toBe(at.getTime())
    }),
  )
})
