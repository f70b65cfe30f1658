import type { Fault } from '../domain/fault.ts'
import { fold } from './fold.ts'
import { maskSecrets } from './mask-secrets.ts'
import { Passage } from './passage.ts'
import { joinMessage, splitMessage } from './split-message.ts'

const MAX_TEXT = 4_000

/** What a shape read of one fault, raw; `text` is given where message and detail stand as one. */
interface Parts extends Partial<Omit<Fault, 'start' | 'end'>> {
  /** What stood between message and detail. */
  readonly separator?: string
  readonly start: number
  readonly end: number
}

/** One fault in canonical form from the parts that a shape has read. */
export function makeFault(parts: Parts): Fault {
  const split =
    parts.text === undefined
      ? joinMessage(canonical(parts.message), canonical(parts.detail), parts.separator)
      : splitMessage(canonical(parts.text))
  const gateway = gatewayValues(split.text)
  return {
    text: split.text.slice(0, MAX_TEXT),
    message: split.message,
    detail: split.detail,
    code: orNull(parts.code)?.replace(/^0+(?=\d)/u, '') ?? gateway.code,
    element: orNull(parts.element),
    type: orNull(parts.type),
    httpStatus: parts.httpStatus ?? gateway.httpStatus,
    intuitTid: orNull(parts.intuitTid),
    batchItemId: orNull(parts.batchItemId),
    start: parts.start,
    end: parts.end,
  }
}

function canonical(value: string | null | undefined): string {
  if (!value) return ''
  return maskSecrets(fold(Passage.of(value.slice(0, 4 * MAX_TEXT))).text.slice(0, MAX_TEXT))
}

function orNull(value: string | null | undefined): string | null {
  return canonical(value) || null
}

/** The gateway writes its code and status into the message: `message=…; errorCode=003200; statusCode=401`. */
function gatewayValues(text: string): { code: string | null; httpStatus: number | null } {
  const code = /\berrorCode=0*(\d{1,6})/u.exec(text)?.[1]
  const status = /\bstatusCode=(\d{3})\b/u.exec(text)?.[1]
  return { code: code ?? null, httpStatus: status === undefined ? null : Number(status) }
}
