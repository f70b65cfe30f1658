import type { Fault } from '../domain/fault.ts'
import type { FindPhrases } from '../phrases/phrase-finder.ts'
import { blankData } from './blank-data.ts'
import { fold } from './fold.ts'
import { knownMessages } from './known-messages.ts'
import { makeFault } from './make-fault.ts'
import type { Passage } from './passage.ts'
import { unescapeString } from './read-island.ts'
import { readLabelled } from './read-labelled.ts'
import { segments } from './segments.ts'
import { stripEnd } from './strip-end.ts'

const MAX_TEXT = 4_000
/** What stands before the first words of interest in a long record, and is kept with them. */
const LEAD = 200
/** Records without a word of interest that are told all the same, so that a person sees what was read. */
const MAX_IDLE = 20

const LEADING = /^[\s:.,;|–—'"“”-]+/u
const QUOTES = ' \n\t\'"“”'
const SEPARATORS = ` :,;|–—-${QUOTES}`
// JSON that was cut at its start: what follows the string of the detail is not said.
const NEXT_MEMBER = /\\?"\s{0,8}[,}\]].*$/su

/**
 * Reads the faults of a text that is no structure: as hosts, logs and libraries print them. `findAny` finds the known
 * messages, first of all, and the words that rules wait for.
 */
export function createReadText(findAny: FindPhrases): (passage: Passage) => readonly Fault[] {
  return (passage) => {
    const records = segments(blankData(unescaped(passage))).flatMap((segment) =>
      pieces(fold(fromTellingLine(segment))),
    )
    const telling = records.filter(({ anchors }) => anchors.length > 0)
    return (telling.length > 0 ? telling : records.slice(0, MAX_IDLE)).map(faultOf)
  }

  /** Where lines without a word of interest come first, the fault begins with the line that has one. */
  function fromTellingLine(segment: Passage): Passage {
    if (!segment.text.includes('\n')) return segment
    const [anchor] = findAny(segment.text)
    const line = anchor === undefined ? -1 : segment.text.lastIndexOf('\n', anchor.start)
    return line >= 0 && segment.text.slice(line, anchor?.start).trim() === ''
      ? segment.slice(line, segment.text.length)
      : segment
  }

  /** A record in pieces short enough to be judged: one, or one round each group of words of interest. */
  function pieces(record: Passage): readonly Piece[] {
    if (record.text === '') return []
    const anchors = [...findAny(record.text)].sort((a, b) => a.start - b.start || b.end - a.end)
    if (record.text.length <= MAX_TEXT || anchors.length === 0) {
      return [{ passage: record.slice(0, Math.min(record.text.length, MAX_TEXT)), anchors }]
    }
    const found: Piece[] = []
    let from = -1
    for (const anchor of anchors) {
      if (anchor.start < from) continue
      const start = Math.max(0, anchor.start - LEAD)
      from = start + MAX_TEXT
      const within = anchors.filter((one) => one.start >= start && one.end <= from)
      found.push({
        passage: record.slice(start, Math.min(from, record.text.length)),
        anchors: within.map((one) => ({ ...one, start: one.start - start, end: one.end - start })),
      })
    }
    return found
  }
}

/** A text that stood in a string of a program: its quotes and line breaks come escaped, once or twice. */
function unescaped(passage: Passage): Passage {
  const escaped = (one: Passage) => (/\\["'nrt]/u.test(one.text) ? unescapeString(one) : one)
  return passage.text.includes('\\') ? escaped(escaped(passage)) : passage
}

interface Anchor {
  /** Below the number of known messages: one of them; above: words that a rule waits for. */
  readonly phrase: number
  readonly start: number
  readonly end: number
}

interface Piece {
  readonly passage: Passage
  readonly anchors: readonly Anchor[]
}

function faultOf({ passage, anchors }: Piece): Fault {
  const place = { start: passage.offset(0), end: passage.offset(passage.text.length - 1) + 1 }
  const { text } = passage
  const labelled = readLabelled(text)
  if (labelled?.rest === undefined && labelled !== undefined) return makeFault({ ...labelled, ...place })
  const rest = labelled?.rest ?? text
  const from = text.indexOf(rest)
  const to = from + rest.length
  const message = anchors.find(({ phrase, start }) => phrase < knownMessages.length && start >= from)
  if (message === undefined) return makeFault({ ...labelled, text: rest, ...place })
  const before = stripEnd(text.slice(from, message.start), SEPARATORS)
  const behind = text.slice(message.end, to).replace(NEXT_MEMBER, '')
  const after = withoutClosers(behind.replace(LEADING, ''))
  const separator = /^(?: ?:| -) /u.exec(behind)?.[0]
  const words = text.slice(message.start, message.end)
  const saysBefore = anchors.some(({ phrase, end }) => phrase >= knownMessages.length && end <= message.start)
  return makeFault({
    ...labelled,
    message: words,
    separator,
    // Some print the detail first; what else stands before a message is the logger's.
    detail: saysBefore && after === '' ? before : withoutTail(after, words),
    ...place,
  })
}

/** A detail without the quotes and brackets that a printer closes behind it. */
function withoutClosers(detail: string): string {
  const bare = stripEnd(detail, QUOTES)
  const open = stripEnd(bare, `)]}. ${QUOTES}`)
  return /[([{]/u.test(open) || !/[)\]}]/u.test(bare.slice(open.length)) ? bare : open
}

/** Some print the message behind the detail once more. */
function withoutTail(detail: string, message: string): string {
  const tail = detail.slice(-message.length)
  return tail.toLowerCase() === message.toLowerCase()
    ? stripEnd(detail.slice(0, -message.length), SEPARATORS)
    : detail
}
