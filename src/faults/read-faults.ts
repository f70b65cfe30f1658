import type { Fault } from '../domain/fault.ts'
import { withContext } from './context.ts'
import { findIslands } from './find-islands.ts'
import { Passage } from './passage.ts'
import { readHtml } from './read-html.ts'
import { readIsland, unescapeString } from './read-island.ts'
import { createReadText } from './read-text.ts'
import { readXml } from './read-xml.ts'

export type ReadFaults = (raw: unknown) => readonly Fault[]

/** Deeper JSON is no QuickBooks answer, and parsing it would exhaust the stack. */
const MAX_DEPTH = 200
/** A text in a member of a value in a text …: no answer is wrapped more often. */
const MAX_WRAPPINGS = 3
/** Characters of one failure that may go through repair, which is quadratic. */
const REPAIR_BUDGET = 48 * 1024

/**
 * Makes the reader. `phrases` are the words that rules wait for: where a text is long, they tell which parts matter.
 * The reader takes a text or a JSON value and returns every fault in it, in document order; offsets stand in the text,
 * or in the JSON text of a value. It never throws, and an empty text holds no fault.
 */
export function createReadFaults(phrases: readonly string[]): ReadFaults {
  const readText = createReadText(phrases)
  return (raw) => {
    const text = typeof raw === 'string' ? raw : jsonText(raw)
    let budget = REPAIR_BUDGET
    const repair = (length: number) => (budget -= length) >= 0
    return withContext(read(Passage.of(text), MAX_WRAPPINGS), text)

    /** Each shape in turn, the strictest first. */
    function read(passage: Passage, wrappings: number): readonly Fault[] {
      const quoted = /^\s*"(?:[^"\\]|\\.)*"\s*$/su.test(passage.text)
      const whole = quoted ? unescapeString(passage.slice(passage.text.indexOf('"') + 1, passage.text.lastIndexOf('"'))) : passage
      return readXml(whole) ?? readValues(whole, wrappings) ?? readHtml(whole) ?? readText(whole)
    }

    /** Faults in JSON and the like; undefined where there is none of it. Values without faults are data and are left out. */
    function readValues(passage: Passage, wrappings: number): readonly Fault[] | undefined {
      const islands = findIslands(passage.text, MAX_DEPTH)
      const found = islands.map((island) => ({
        ...island,
        value: readIsland(passage.slice(island.start, island.end), repair),
      }))
      const readable = found.filter(({ value }) => value !== undefined)
      if (readable.length === 0) return undefined
      const faults = readable.flatMap(({ value }) => value?.faults ?? [])
      if (faults.length > 0) return faults
      const texts = wrappings > 0 ? readable.flatMap(({ value }) => value?.texts ?? []) : []
      const inside = texts.flatMap((text) => read(text, wrappings - 1))
      const outside = between(passage, readable).flatMap((text) => readHtml(text) ?? readText(text))
      const all = [...inside, ...outside].sort((a, b) => a.start - b.start)
      // A log line often tells the same words as message and as stack.
      return [...new Map(all.map((fault) => [fault.text, fault] as const).reverse()).values()].reverse()
    }
  }
}

/** The parts of a passage that lie outside of some stretches. */
function between(passage: Passage, stretches: readonly { readonly start: number; readonly end: number }[]) {
  const starts = [0, ...stretches.map(({ end }) => end)]
  const ends = [...stretches.map(({ start }) => start), passage.text.length]
  return starts.map((start, i) => passage.slice(start, ends[i] ?? start)).filter(({ text }) => /\w/u.test(text))
}

/** A value nested too deeply for the stack is no QuickBooks answer: it reads as empty. */
function jsonText(value: unknown): string {
  try {
    return value === undefined ? '' : JSON.stringify(value)
  } catch {
    return ''
  }
}
