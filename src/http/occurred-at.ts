import type { RequestFault } from '../domain/problem.ts'
import { instant } from './instant.ts'

/** Clocks differ, but a report of next week would outrank all that comes before. */
const AHEAD_MILLISECONDS = 24 * 60 * 60 * 1000

/** When something occurred, as ISO 8601 in UTC; or what is wrong with that. */
export function occurredAt(text: string, now: Date, at: string): string | RequestFault {
  const moment = instant(text)
  const pointer = `${at}/occurredAt`
  if (moment === undefined) return { in: 'body', pointer, code: 'format' }
  const isAhead = Date.parse(moment) > now.getTime() + AHEAD_MILLISECONDS
  return isAhead ? { in: 'body', pointer, code: 'future' } : moment
}
