import type { Fault } from '../domain/fault.ts'
import { withContext } from './context.ts'
import { decodeEntities } from './decode-entities.ts'
import { findIslands, type Island } from './find-islands.ts'
import { MAX_FAULTS } from './max-faults.ts'
import type { JsonFaults } from './read-json.ts'
import { knownMessages } from './known-messages.ts'
import { createPhraseFinder } from '../phrases/phrase-finder.ts'
import { Passage } from './passage.ts'
import { readHtml } from './read-html.ts'
import { MAX_DEPTH, readIsland, unescapeString } from './read-island.ts'
import { createReadText } from './read-text.ts'
import { readXml } from './read-xml.ts'

export type ReadFaults = (raw: unknown) => readonly Fault[]

/** A text in a member of a value in a text …: no answer is wrapped more often. */
const MAX_WRAPPINGS = 6
/** Characters of one failure that may go through repair, which is quadratic. */
const REPAIR_BUDGET = 48 * 1024

/**
 * Makes the reader. `phrases` are the words that rules wait for: where a text is long, they tell which parts matter.
 * The reader takes a text or a JSON value and returns every fault in it, in document order; offsets stand in the text,
 * or in the JSON text of a value. It never throws, and an empty text holds no fault.
 */
export function createReadFaults(phrases: readonly string[]): ReadFaults {
  const findAny = createPhraseFinder([...knownMessages, ...phrases])
  const isTelling = (text: string) => {
    for (const _found of findAny(text)) return true
    return false
  }
  const readText = createReadText(findAny)
  return (raw) => {
    const text = typeof raw === 'string' ? raw : jsonText(raw)
    let budget = REPAIR_BUDGET
    const repair = (length: number) => (budget -= length) >= 0
    return withContext(read(Passage.of(text), MAX_WRAPPINGS).slice(0, MAX_FAULTS), text)

    /** Repair makes something of everything: where it lost the words of interest of a fault, the text is read as text. */
    function isMisread(text: string, { repaired, faults, texts }: JsonFaults): boolean {
      const lost = () => ![...faults, ...texts].some((part) => isTelling(part.text))
      return repaired && NAMES_FAULT.test(text) && isTelling(text) && lost()
    }

    /** Each shape in turn, the strictest first. */
    function read(passage: Passage, wrappings: number): readonly Fault[] {
      const whole = plainMarkup(unquoted(passage))
      return readXml(whole) ?? readHtml(whole) ?? readValues(whole, wrappings) ?? readText(whole)
    }

    /** Faults in JSON and the like; undefined where there is none of it. Values without faults are data and are left out. */
    function readValues(passage: Passage, wrappings: number): readonly Fault[] | undefined {
      const islands = outsideOfNames(findIslands(passage.text, MAX_DEPTH), passage.text)
      const readable = islands.flatMap((place) => {
        const island = passage.slice(place.start, place.end)
        const value = readIsland(island, repair)
        return value === undefined || isMisread(island.text, value) ? [] : [{ ...place, value }]
      })
      if (readable.length === 0) return undefined
      const faults = readable.flatMap(({ value }) => value.faults)
      if (faults.length > 0) return faults
      const texts = wrappings > 0 ? readable.flatMap(({ value }) => value.texts) : []
      const inside = texts.flatMap((text) => read(text, wrappings - 1))
      const outside = between(passage, readable).flatMap((text) => readHtml(text) ?? readText(text))
      const all = [...inside, ...outside].sort((a, b) => a.start - b.start)
      const telling = all.filter(({ text }) => isTelling(text))
      // A log line often tells the same words as message and as stack.
      const told = new Set<string>()
      return (telling.length > 0 ? telling : all).filter(({ text }) => !told.has(text) && told.add(text))
    }
  }
}

/** Islands that are no part of a name, which hosts mark with asterisks: it is said, whatever it holds. */
function outsideOfNames(islands: readonly Island[], text: string): readonly Island[] {
  if (islands.length === 0) return islands
  const names = text.matchAll(/\*[^*]{1,500}\*/gu)
  let name = names.next().value
  return islands.filter(({ start, end }) => {
    while (name !== undefined && name.index + name[0].length < end) name = names.next().value
    return name === undefined || start < name.index
  })
}

/** A text that came as a string literal, perhaps as one within one. */
function unquoted(passage: Passage, levels = MAX_WRAPPINGS): Passage {
  const { text } = passage
  if (levels === 0 || !/^\s*"(?:[^"\\]|\\.)*"\s*$/su.test(text)) return passage
  return unquoted(unescapeString(passage.slice(text.indexOf('"') + 1, text.lastIndexOf('"'))), levels - 1)
}

const NAMES_FAULT =
  /(?<=[{,[]\s{0,64}[\\"':]{0,6})(?:fault|errors?|(?:error_)?message|(?:error_)?detail|msg|exception)\b/iu
const ENTITY_MARKUP =
  /[{[]\s{0,64}\\{0,8}&(?:amp;){0,4}(?:quot|#34|#x22);|=&(?:amp;){0,4}gt;\\{0,8}&(?:amp;){0,4}quot;|^(?!.*<(?:Error|Fault)\b).*?&(?:amp;){0,4}(?:lt|#60|#x3c);(?:\?xml|!doctype|(?:\w{1,20}:)?(?:Error|Fault|FaultInfo|IntuitResponse|PlatformResponse|html)\b)/isu
const ESCAPED_MARKUP = /<[^<>]{0,200}=\\{1,8}"/u

/** A structure whose brackets or quotes came as entities, or as escapes, once or twice. */
function plainMarkup(passage: Passage, levels = MAX_WRAPPINGS): Passage {
  if (levels === 0 || !/[&<]/u.test(passage.text)) return passage
  if (ENTITY_MARKUP.test(passage.text)) return plainMarkup(decodeEntities(passage), levels - 1)
  if (ESCAPED_MARKUP.test(passage.text)) return plainMarkup(unescapeString(passage), levels - 1)
  return passage
}

/** The parts of a passage that lie outside of some stretches. */
function between(passage: Passage, stretches: readonly { readonly start: number; readonly end: number }[]) {
  const starts = [0, ...stretches.map(({ end }) => end)]
  const ends = [...stretches.map(({ start }) => start), passage.text.length]
  return starts
    .map((start, i) => passage.slice(start, ends[i] ?? start))
    .filter(({ text }) => /\w/u.test(text))
}

/** A value nested too deeply for the stack is no QuickBooks answer: it reads as empty. */
function jsonText(value: unknown): string {
  try {
    return value === undefined ? '' : JSON.stringify(value)
  } catch {
    return ''
  }
}
