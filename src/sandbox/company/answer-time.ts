/** The sample company's, without summer time, as its books have it. */
export const OFFSET = '-08:00'
const OFFSET_MILLISECONDS = -8 * 60 * 60 * 1000

/** When an answer was given, in the company's own time: `2026-03-02T01:41:00.123-08:00`. */
export function answerTime(at: Date): string {
  return `${new Date(at.getTime() + OFFSET_MILLISECONDS).toISOString().slice(0, -1)}${OFFSET}`
}
