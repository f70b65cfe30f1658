import { jsonrepair } from 'jsonrepair'
import { type Node, type ParseError, parseTree } from 'jsonc-parser'
import { decodeEntities } from './decode-entities.ts'
import { findIslands } from './find-islands.ts'
import { Passage } from './passage.ts'
import { type JsonFaults, readJson } from './read-json.ts'

/** Repair is quadratic in its input: no longer piece is worth it, and no text is repaired more often. */
const MAX_REPAIR = 16 * 1024
/** JSON within a JSON string within a log line's string. */
const MAX_ESCAPES = 3
const MAX_INSIDE = 3
/** Deeper JSON is no QuickBooks answer, and parsing it would exhaust the stack. */
export const MAX_DEPTH = 200
/** A string that begins with an entity or an escape for its quote. */
const ENTITY_QUOTE = /[:>,[{]\s{0,4}\\{0,8}&(?:amp;){0,4}(?:quot|#34|#39|#x22|#x27|apos);/iu
const ESCAPED_QUOTE = /[:>,[{]\s{0,4}\\{1,8}["']/u
const ESCAPE = /\\(?:u[\da-f]{4}|["'\\/bfnrt])/giu
const CONTROLS: Readonly<Record<string, string>> = { b: '\b', f: '\f', n: '\n', r: '\r', t: '\t' }

/**
 * Reads a stretch that looks like a value: JSON, JSON escaped in JSON, or what `jsonrepair` makes JSON of: cut off,
 * Python's and node's renderings, Ruby's hashes. Undefined: it is no value.
 */
export function readIsland(island: Passage, repair: (length: number) => boolean): JsonFaults | undefined {
  const strict = readStrict(island) ?? readInside(island, MAX_INSIDE)
  if (strict !== undefined) return strict
  if (ENTITY_QUOTE.test(island.text)) return readIsland(decodeEntities(island), repair)
  if (ESCAPED_QUOTE.test(island.text)) return readIsland(unescapeString(island), repair)
  if (island.text.length > MAX_REPAIR || !repair(island.text.length)) return undefined
  const value = readRepaired(island)
  // Repair makes a list of any words in brackets; what holds objects is more than prose.
  const isProse = /^\[\s{0,64}(?!\{)|^[^:=]*$/u.test(island.text) && value?.faults.length === 0
  return isProse ? undefined : value
}

/** JSON as it is, or after some levels of escapes are taken off. */
function readStrict(island: Passage): JsonFaults | undefined {
  let passage = island
  for (let level = 0; level <= MAX_ESCAPES; level++) {
    const parsed = parse(passage.text)
    if (parsed !== undefined) return readParsed(parsed, passage)
    const unescaped = unescapeString(passage)
    if (unescaped === passage) return undefined
    passage = unescaped
  }
  return undefined
}

/** A JSON fault inside of a value that is no JSON, such as node's rendering of an object that holds one as a string. */
function readInside(island: Passage, levels: number): JsonFaults | undefined {
  if (levels === 0) return undefined
  for (const { start, end } of findIslands(island.text.slice(1), MAX_DEPTH)) {
    const inner = island.slice(start + 1, end + 1)
    const value = readStrict(inner) ?? readInside(inner, levels - 1)
    if (value !== undefined && value.faults.length + value.texts.length > 0) return value
  }
  return undefined
}

/** One level of string escapes taken off. */
export function unescapeString(passage: Passage): Passage {
  return passage.replace(ESCAPE, (escape) => {
    const sign = escape.charAt(1)
    if (sign === 'u' || sign === 'U') return String.fromCharCode(Number.parseInt(escape.slice(2), 16))
    return CONTROLS[sign] ?? sign
  })
}

function parse(text: string): Node | undefined {
  // A value that was cut off is no JSON: no tree is built of it for nothing.
  if (!/[}\]]/u.test(text.trimEnd().slice(-1))) return undefined
  const errors: ParseError[] = []
  const root = parseTree(text, errors)
  return errors.length === 0 ? root : undefined
}

function readParsed(root: Node, passage: Passage): JsonFaults {
  return readJson(
    root,
    ({ offset, length }) => ({ start: passage.offset(offset), end: passage.offset(offset + length) }),
    ({ offset, length }) => unescapeString(passage.slice(offset + 1, offset + length - 1)),
  )
}

/** Repair moves the text, so that everything in it stands where the whole stretch stood. */
function readRepaired(island: Passage): JsonFaults | undefined {
  const root = repaired(island.text)
  if (root === undefined) return undefined
  const whole = { start: island.offset(0), end: island.offset(island.text.length) }
  const value = readJson(
    root,
    () => whole,
    (node) => island.spread(String(node.value)),
  )
  return { ...value, repaired: true }
}

const RUBY_HASH = /^[[{\s]{1,64}(?::\w{1,40}|"[^"]{0,200}")\s{0,4}=>/u

/** Ruby writes `:code=>"610"`, or `"code"=>"610"`. */
function jsonOfRuby(text: string): string {
  return text
    .replace(/:(\w{1,40})\s{0,4}=>/gu, '"$1":')
    .replaceAll('=>', ':')
    .replace(/\bnil\b/gu, 'null')
}

const STRING = /"(?:[^"\\]|\\.)*"|'((?:[^'\\]|\\.)*)'|`((?:[^`\\]|\\.)*)`/gsu

/** Python and node quote with whatever the string does not hold: `repair` reads such quotes, but not what they hold. */
function doubleQuoted(text: string): string {
  return text.replace(STRING, (whole: string, single?: string, backticked?: string) => {
    const inside = single ?? backticked
    return inside === undefined ? whole : JSON.stringify(unescapeString(Passage.of(inside)).text)
  })
}

function repaired(text: string): Node | undefined {
  try {
    return parseTree(jsonrepair(RUBY_HASH.test(text) ? jsonOfRuby(text) : doubleQuoted(text)))
  } catch {
    return undefined
  }
}
