/** What Intuit allows of one company in a minute, beside 10 a second. */
const INTUIT_PER_MINUTE = 500

/**
 * How far apart requests of one company leave, in milliseconds. Intuit allows 500 a minute and 10 a second; 124 is 96.8 % of
 * the former, and the eleventh request after another arrives within a second of it only if that one was 240 milliseconds
 * slower.
 */
export const SLOT = 124

/** The same where a company allows more or fewer requests. */
export function slotFor(requestsPerMinute: number): number {
  return (SLOT * INTUIT_PER_MINUTE) / requestsPerMinute
}
