/** The company keeps the time of California, without its summer time: an offset that changes would only be one more thing to know. */
const OFFSET = '-08:00'
const OFFSET_MILLISECONDS = -8 * 60 * 60 * 1000

/** A moment as QuickBooks writes it: the company's own time with its offset, to the second. */
export function companyTime(at: Date): string {
  return `${new Date(at.getTime() + OFFSET_MILLISECONDS).toISOString().slice(0, 19)}${OFFSET}`
}
