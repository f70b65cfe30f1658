/** Nobody is obeyed for longer than the longest wait of our own. */
const MOST_MILLISECONDS = 24 * 60 * 60 * 1000

/** How many milliseconds a Retry-After header (seconds, or a date) asks for; undefined: it asks for nothing. */
export function retryAfter(header: string | undefined, now: Date): number | undefined {
  if (header === undefined) return undefined
  const text = header.trim()
  const wait = /^\d+$/u.test(text) ? Number(text) * 1000 : Date.parse(text) - now.getTime()
  return wait > 0 ? Math.min(wait, MOST_MILLISECONDS) : undefined
}
