import { RECORD_START } from './segments.ts'

/** A stretch of text that looks like a JSON value or like another language's rendering of one. */
export interface Island {
  readonly start: number
  readonly end: number
}

// What follows the opening bracket of a value, and not of "[2500] Message" or of prose in brackets.
const OPENS =
  /(?<!\[)[{[](?=[\s[]{0,64}(?:\\{0,4}["'{:}\]]|(?<=\{\s{0,64})[A-Za-z_]\w{0,40}\s{0,4}:\s|-?\d{1,20}\s{0,4},))/gu
/** A log of more values than this is read as far as they go. */
const MAX_ISLANDS = 2_000
const CLOSES: Readonly<Record<string, string>> = { '{': '}', '[': ']' }

/** The outermost bracketed values of a text, in order, found in one pass; up to one that is deeper than `maxDepth`. */
export function findIslands(text: string, maxDepth: number): readonly Island[] {
  const islands: Island[] = []
  OPENS.lastIndex = 0
  for (let opening = OPENS.exec(text); opening !== null; opening = OPENS.exec(text)) {
    const island = follow(text, opening.index, maxDepth)
    if (island === undefined) break
    islands.push(island)
    if (islands.length === MAX_ISLANDS) break
    OPENS.lastIndex = island.end
  }
  return islands
}

/** A value that was cut off ends with its record of the log. */
function recordEnd(text: string, start: number): number {
  RECORD_START.lastIndex = start
  const next = RECORD_START.exec(text)?.index ?? text.length
  RECORD_START.lastIndex = 0
  return next
}

/** Where the value that opens at `start` ends, strings respected; undefined: it is too deep to be a value. */
function follow(text: string, start: number, maxDepth: number): Island | undefined {
  const closers: string[] = []
  let quote = ''
  for (let i = start; i < text.length; i++) {
    const sign = text.charAt(i)
    if (sign === '\\') i++
    else if (quote !== '') {
      if (sign === quote) quote = ''
    } else if (sign === '"' || (sign === "'" && !/\w/u.test(text.charAt(i - 1)))) quote = sign
    else if (sign in CLOSES) {
      closers.push(CLOSES[sign] ?? '')
      if (closers.length > maxDepth) return undefined
    } else if (sign === closers.at(-1)) {
      closers.pop()
      if (closers.length === 0) return { start, end: i + 1 }
    }
  }
  return { start, end: recordEnd(text, start) }
}
