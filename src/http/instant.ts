/** A moment of RFC 3339 as ISO 8601 in UTC with milliseconds; undefined: there is no such moment in four-digit years. */
export function instant(text: string): string | undefined {
  const time = Date.parse(text)
  const moment = Number.isNaN(time) ? '' : new Date(time).toISOString()
  // Other years have a sign and more digits, and would sort among the rest as text.
  return /^\d{4}-/u.test(moment) ? moment : undefined
}
