import { OFFSET } from './answer-time.ts'

const INSTANT = /^\d{4}-\d\d-\d\d(?<time>T\d\d:\d\d(?::\d\d(?:\.\d{1,9})?)?(?<offset>Z|[+-]\d\d:?\d\d)?)?$/u

/** A day or time as clients write it, in milliseconds of the epoch; without an offset, the company's holds. */
export function parseInstant(text: string): number | undefined {
  const groups = INSTANT.exec(text)?.groups
  if (groups === undefined) return undefined
  const offset = groups.offset?.replace(/(\d\d)(\d\d)$/u, '$1:$2')
  const local = text.slice(0, text.length - (groups.offset?.length ?? 0))
  const full = groups.time === undefined ? `${local}T00:00:00` : local
  const instant = Date.parse(`${full}${offset ?? OFFSET}`)
  return Number.isNaN(instant) ? undefined : instant
}
