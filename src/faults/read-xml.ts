import { Parser } from 'htmlparser2'
import type { Fault } from '../domain/fault.ts'
import { makeFault } from './make-fault.ts'
import { MAX_FAULTS } from './max-faults.ts'
import type { Passage } from './passage.ts'

const HOLDS_ERROR = /<(?:\w+:)?Error\b/iu

interface OpenError {
  readonly code: string | undefined
  readonly element: string | undefined
  readonly start: number
  message: string
  detail: string
}

/** Reads `<Error code element><Message/><Detail/></Error>`, well-formed or not. Answers undefined where there is none. */
export function readXml(passage: Passage): readonly Fault[] | undefined {
  if (!HOLDS_ERROR.test(passage.text)) return undefined
  const faults: Fault[] = []
  let type: string | null = null
  let open: OpenError | undefined
  let inside: 'message' | 'detail' | undefined

  const close = (end: number) => {
    if (open === undefined) return
    faults.push(makeFault({ ...open, type, start: passage.offset(open.start), end: passage.offset(end) }))
    open = undefined
    inside = undefined
    if (faults.length === MAX_FAULTS) parser.pause()
  }
  const parser = new Parser(
    {
      onopentag(tag, attributes) {
        const name = localName(tag)
        if (name === 'fault') type = attributes.type ?? null
        // QuickBooks has left out `</Error>` before the next one: a new error ends the open one.
        if (name === 'error') {
          close(parser.startIndex)
          const { code, element } = attributes
          open = { code, element, start: parser.startIndex, message: '', detail: '' }
        }
        inside = name === 'message' || name === 'detail' ? name : undefined
      },
      ontext(text) {
        if (open !== undefined && inside !== undefined) open[inside] += text
      },
      onclosetag(tag) {
        inside = undefined
        if (localName(tag) === 'error') close(Math.min(parser.endIndex + 1, passage.text.length))
      },
    },
    { xmlMode: true, decodeEntities: true, lowerCaseAttributeNames: true },
  )
  parser.end(passage.text)
  close(passage.text.length)
  return faults
}

function localName(tag: string): string {
  return tag.slice(tag.indexOf(':') + 1).toLowerCase()
}
