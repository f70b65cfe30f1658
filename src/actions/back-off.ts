const FIRST_MILLISECONDS = 2_000
const LONGEST_MILLISECONDS = 15 * 60_000

/** How long to wait after so many delays in a row; spread, so that what failed together does not come back together. */
export function backOff(delays: number, random: () => number): number {
  const wait = Math.min(FIRST_MILLISECONDS * 2 ** Math.min(delays, 20), LONGEST_MILLISECONDS)
  return Math.round(wait * (0.5 + random() / 2))
}
