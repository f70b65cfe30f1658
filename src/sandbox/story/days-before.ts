const DAY_MILLISECONDS = 24 * 60 * 60 * 1000

/** A day, as YYYY-MM-DD, so many days before this one (UTC). */
export function daysBefore(now: Date, days: number): string {
  return new Date(now.getTime() - days * DAY_MILLISECONDS).toISOString().slice(0, 10)
}
