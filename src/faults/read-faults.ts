import type { Fault } from '../domain/fault.ts'
import { fold } from './fold.ts'
import { makeFault } from './make-fault.ts'
import { MAX_FAULTS } from './max-faults.ts'
import { Passage } from './passage.ts'
import { readJson } from './read-json.ts'
import { readXml } from './read-xml.ts'

/** JSON in a JSON string in a JSON string: no answer is wrapped more often. */
const MAX_WRAPPINGS = 3

/**
 * Reads every fault out of a raw failure, a text or a JSON value, in document order. Never throws; an empty text holds
 * none. Offsets stand in the text, or in the JSON text of a value.
 */
export function readFaults(raw: unknown): readonly Fault[] {
  const passage = Passage.of(typeof raw === 'string' ? raw : jsonText(raw))
  return readPassage(passage, MAX_WRAPPINGS).slice(0, MAX_FAULTS)
}

/** A value nested too deeply for the stack is no QuickBooks answer: it reads as empty. */
function jsonText(value: unknown): string {
  try {
    return value === undefined ? '' : JSON.stringify(value)
  } catch {
    return ''
  }
}

function readPassage(passage: Passage, wrappings: number): readonly Fault[] {
  const inner = (text: Passage) => (wrappings > 0 ? readPassage(text, wrappings - 1) : readPlain(text))
  return readJson(passage, inner) ?? readXml(passage) ?? readPlain(passage)
}

/** A text of no other shape: message, detail, or both, as the host shows it. */
function readPlain(passage: Passage): readonly Fault[] {
  const folded = fold(passage)
  if (folded.text === '') return []
  const last = folded.text.length - 1
  return [makeFault({ text: folded.text, start: folded.offset(0), end: folded.offset(last) + 1 })]
}
