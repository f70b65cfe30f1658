import type { NoticeFrequency } from '../../domain/notice-frequency.ts'
import { DAILY_HOUR } from './daily-hour.ts'
import { zonedClock } from './zoned-clock.ts'

interface Given {
  readonly frequency: NoticeFrequency
  /** When what is news happened. */
  readonly at: string
  readonly lastSentAt: string | null
  readonly timeZone: string
}

/** How long the first mail waits for more of the same. */
const GATHER_MILLISECONDS = 60_000
/** How soon another may follow. */
const APART_MILLISECONDS = 15 * 60_000

/** When somebody is to be mailed what happened. */
export function newsDue({ frequency, at, lastSentAt, timeZone }: Given): string {
  switch (frequency) {
    case 'at-once': {
      const gathered = Date.parse(at) + GATHER_MILLISECONDS
      const next = lastSentAt === null ? gathered : Date.parse(lastSentAt) + APART_MILLISECONDS
      return new Date(Math.max(gathered, next)).toISOString()
    }
    case 'hourly':
      return zonedClock(timeZone).nextHour(new Date(at)).toISOString()
    case 'daily':
      return zonedClock(timeZone).nextDaily(new Date(at), DAILY_HOUR).toISOString()
  }
}
