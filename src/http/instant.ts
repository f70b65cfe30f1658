/** A moment of RFC 3339 as ISO 8601 in UTC with milliseconds; undefined: there is no such moment. */
export function instant(text: string): string | undefined {
  const time = Date.parse(text)
  return Number.isNaN(time) ? undefined : new Date(time).toISOString()
}
