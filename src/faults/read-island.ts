import { jsonrepair } from 'jsonrepair'
import { type Node, type ParseError, parseTree } from 'jsonc-parser'
import type { Passage } from './passage.ts'
import { type JsonFaults, readJson } from './read-json.ts'

/** Repair is quadratic in its input: no longer piece is worth it, and no text is repaired more often. */
const MAX_REPAIR = 16 * 1024
/** JSON within a JSON string within a log line's string. */
const MAX_ESCAPES = 3
const ESCAPE = /\\(?:u[\da-f]{4}|["'\\/bfnrt])/giu
const CONTROLS: Readonly<Record<string, string>> = { b: '\b', f: '\f', n: '\n', r: '\r', t: '\t' }

/**
 * Reads a stretch that looks like a value: JSON, JSON escaped in JSON, or what `jsonrepair` makes JSON of: cut off,
 * Python's and node's renderings, Ruby's hashes. Undefined: it is no value.
 */
export function readIsland(island: Passage, repair: (length: number) => boolean): JsonFaults | undefined {
  let passage = island
  for (let level = 0; level <= MAX_ESCAPES; level++) {
    const parsed = parse(passage.text)
    if (parsed !== undefined) return readParsed(parsed, passage)
    const unescaped = unescapeString(passage)
    if (unescaped === passage) break
    passage = unescaped
  }
  if (island.text.length > MAX_REPAIR || !repair(island.text.length)) return undefined
  return readRepaired(island) ?? readRepaired(unescapeString(island))
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
  return readJson(
    root,
    () => whole,
    (node) => island.spread(String(node.value)),
  )
}

function repaired(text: string): Node | undefined {
  // Ruby writes `:code=>"610"`, or `"code"=>"610"`.
  const colons = text.replace(/:(\w{1,40})\s{0,4}=>/gu, '"$1":').replaceAll('=>', ':').replace(/\bnil\b/gu, 'null')
  try {
    return parseTree(jsonrepair(colons))
  } catch {
    return undefined
  }
}
