const SECOND = 1000
const MINUTE = 60 * SECOND
const HOUR = 60 * MINUTE

/** The schedule of Standard Webhooks: after the first try, these waits, 75 hours in all. */
const DELAYS = [
  5 * SECOND,
  5 * MINUTE,
  30 * MINUTE,
  2 * HOUR,
  5 * HOUR,
  10 * HOUR,
  14 * HOUR,
  20 * HOUR,
  24 * HOUR,
]
/** Up to this part is added, so that not all that failed together comes back together. */
const JITTER = 0.1

/** How long to wait after so many tries; undefined: no longer. `random` is from 0 to 1. */
export function retryDelay(tries: number, random: number): number | undefined {
  const delay = DELAYS[tries - 1]
  return delay === undefined ? undefined : Math.round(delay * (1 + JITTER * random))
}
