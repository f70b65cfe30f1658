const HOUR = 60 * 60 * 1000

/**
 * When metered reads that are used up come back: on the first of the next month. In whose time zone is not published, so
 * on the first of a month they are asked for again within the hour.
 */
export function readsReturn(now: Date): Date {
  if (now.getUTCDate() === 1) return new Date(now.getTime() + HOUR)
  return new Date(Date.UTC(now.getUTCFullYear(), now.getUTCMonth() + 1, 1))
}
