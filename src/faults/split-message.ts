import type { Fault } from '../domain/fault.ts'

const SEPARATOR = / ?: | [-–—] /u
const AFTER_ECHO = /^(?: ?: | [-–—] |$)/u

type Split = Pick<Fault, 'text' | 'message' | 'detail'>

/** Splits `Message: Detail` at its first separator; a text without one is all message. */
export function splitMessage(text: string): Split {
  const found = SEPARATOR.exec(text)
  if (found === null || found.index === 0) return { text, message: text || null, detail: null }
  const head = text.slice(0, found.index)
  const rest = text.slice(found.index + found[0].length)
  return rest === '' ? { text, message: head, detail: null } : joinMessage(head, rest, found[0])
}

/**
 * Puts a message and its detail on one line. Many details repeat their message first (`X: X : rest`):
 * then the detail is the line, and the message stands in it once.
 */
export function joinMessage(message: string, detail: string, separator = ' : '): Split {
  if (message === '') return { text: detail, message: null, detail: detail || null }
  if (detail === '') return splitMessage(message)
  const echoed = detail.slice(0, message.length)
  const afterEcho = AFTER_ECHO.exec(detail.slice(message.length))
  if (afterEcho === null || echoed.toLowerCase() !== message.toLowerCase()) {
    return { text: `${message}${separator}${detail}`, message, detail }
  }
  return joinMessage(echoed, detail.slice(message.length + afterEcho[0].length), afterEcho[0])
}
