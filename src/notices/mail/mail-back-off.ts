const FIRST_MILLISECONDS = 60_000
const LONGEST_MILLISECONDS = 60 * 60_000

/** How long to wait after a mail could not be sent so many times in a row. */
export function mailBackOff(delays: number): number {
  return Math.min(FIRST_MILLISECONDS * 2 ** Math.min(delays, 10), LONGEST_MILLISECONDS)
}
