import { describe, expect, it } from '@jest/globals'
import fc from 'fast-check'
import { newsDue } from '../../../src/notices/mail/news-due.ts'
import { zonedClock } from '../../../src/notices/mail/zoned-clock.ts'

const at = '2026-03-09T12:00:00.000Z'
const given = { at, lastSentAt: null, timeZone: 'America/Toronto' }

describe('news are mailed', () => {
  it('at once: a minute after what happened, to gather what comes with it', () => {
    expect(newsDue({ ...given, frequency: 'at-once' })).toBe('2026-03-09T12:01:00.000Z')
  })

  it('at once, but not before 15 minutes have passed since the last mail', () => {
    const lastSentAt = '2026-03-09T11:55:00.000Z'
    expect(newsDue({ ...given, lastSentAt, frequency: 'at-once' })).toBe('2026-03-09T12:10:00.000Z')
    const longAgo = '2026-03-09T09:00:00.000Z'
    expect(newsDue({ ...given, lastSentAt: longAgo, frequency: 'at-once' })).toBe('2026-03-09T12:01:00.000Z')
  })

  it.each([
    ['America/Toronto', '2026-03-09T12:00:00.000Z', '2026-03-09T13:00:00.000Z'],
    ['Asia/Kolkata', '2026-03-09T12:00:00.000Z', '2026-03-09T12:30:00.000Z'],
    ['Asia/Kathmandu', '2026-03-09T12:00:00.000Z', '2026-03-09T12:15:00.000Z'],
    // Clocks go back from 2:00 to 1:30 there: the next full hour is 2:00, for the second time.
    ['Australia/Lord_Howe', '2026-04-04T14:31:00.000Z', '2026-04-04T15:30:00.000Z'],
  ])('hourly: at the next full hour in %s', (timeZone, now, due) => {
    expect(newsDue({ ...given, timeZone, at: now, frequency: 'hourly' })).toBe(due)
  })

  it.each([
    ['on the day before clocks go forward', '2026-03-07T13:00:00.000Z', '2026-03-08T12:00:00.000Z'],
    ['on the next day', '2026-03-08T12:00:00.000Z', '2026-03-09T12:00:00.000Z'],
    ['on the day before clocks go back', '2026-10-31T12:00:00.000Z', '2026-11-01T13:00:00.000Z'],
    ['before 8 in the morning', '2026-03-09T11:59:59.999Z', '2026-03-09T12:00:00.000Z'],
  ])('daily: at 8 in the morning of the firm, %s', (_name, now, due) => {
    expect(newsDue({ ...given, at: now, frequency: 'daily' })).toBe(due)
  })
})

describe('a clock of any time zone', () => {
  const zones = fc.constantFrom(...Intl.supportedValuesOf('timeZone'))
  const moments = fc.date({ min: new Date('1990-01-01'), max: new Date('2040-01-01'), noInvalidDate: true })
  const shownIn = (timeZone: string, moment: Date) =>
    new Intl.DateTimeFormat('en-GB', { timeZone, timeStyle: 'short' }).format(moment)

  it('shows full hours when it is to, within two hours', () => {
    fc.assert(
      fc.property(zones, moments, (timeZone, after) => {
        const next = zonedClock(timeZone).nextHour(after)
        expect(shownIn(timeZone, next)).toMatch(/:00$/u)
        expect(next.getTime()).toBeGreaterThan(after.getTime())
        expect(next.getTime() - after.getTime()).toBeLessThanOrEqual(2 * 3_600_000)
      }),
    )
  })

  it('shows 8 in the morning when it is to, within two days', () => {
    fc.assert(
      fc.property(zones, moments, (timeZone, after) => {
        const next = zonedClock(timeZone).nextDaily(after, 8)
        expect(shownIn(timeZone, next)).toBe('08:00')
        expect(next.getTime()).toBeGreaterThan(after.getTime())
        expect(next.getTime() - after.getTime()).toBeLessThanOrEqual(50 * 3_600_000)
      }),
    )
  })
})
