import { Parser } from 'htmlparser2'
import type { Fault } from '../domain/fault.ts'
import { makeFault } from './make-fault.ts'
import { MAX_FAULTS } from './max-faults.ts'
import type { Passage } from './passage.ts'

const FAULT_TAG = /<(?:\w{1,20}:)?(?:Error|FaultInfo|PlatformResponse)\b/giu

/** Elements that are one fault: today's, the one of version 2, and that of the connect platform. */
const FAULTS = new Set(['error', 'faultinfo', 'platformresponse'])

type Part = 'message' | 'detail' | 'code'

const PARTS: Readonly<Record<string, Part>> = {
  message: 'message',
  errormessage: 'message',
  detail: 'detail',
  cause: 'detail',
  errorcode: 'code',
}

interface OpenFault extends Record<Part, string> {
  readonly element: string | undefined
  readonly start: number
}

/**
 * Reads `<Error code element><Message/><Detail/></Error>` and the older envelopes, well-formed or not. Undefined where
 * there is none.
 */
export function readXml(passage: Passage): readonly Fault[] | undefined {
  if (!passage.text.includes('<')) return undefined
  const tags = Array.from(passage.text.matchAll(FAULT_TAG), ({ index }) => index)
  if (tags.length === 0) return undefined
  const text = passage.text.slice(0, tags[MAX_FAULTS])
  const faults: Fault[] = []
  let type: string | null = null
  let open: OpenFault | undefined
  let inside: Part | undefined

  const close = (end: number) => {
    if (open === undefined) return
    if (/\S/u.test(open.code + open.message + open.detail)) {
      faults.push(makeFault({ ...open, type, start: passage.offset(open.start), end: passage.offset(end) }))
    }
    open = undefined
    inside = undefined
  }
  const parser = new Parser(
    {
      onopentag(tag, attributes) {
        const name = localName(tag)
        if (name === 'fault') type = attributes.type ?? null
        // QuickBooks has left out `</Error>` before the next one: a new error ends the open one.
        if (FAULTS.has(name)) {
          close(parser.startIndex)
          const { code = '', element } = attributes
          open = { code, element, start: parser.startIndex, message: '', detail: '' }
        }
        inside = PARTS[name]
      },
      ontext(words) {
        if (open !== undefined && inside !== undefined) open[inside] += words
      },
      onclosetag(tag) {
        inside = undefined
        if (FAULTS.has(localName(tag))) close(Math.min(parser.endIndex + 1, text.length))
      },
    },
    { xmlMode: true, decodeEntities: true, lowerCaseAttributeNames: true },
  )
  // What is still open ends here, too.
  parser.end(text)
  return faults
}

function localName(tag: string): string {
  return tag.slice(tag.indexOf(':') + 1).toLowerCase()
}
