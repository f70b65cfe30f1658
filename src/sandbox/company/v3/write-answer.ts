import type { Answer, SentAnswer } from './answer.ts'
import { toXml } from './to-xml.ts'

/** An answer as text, in the form that the client takes. */
export function writeAnswer({ status, body }: Answer, form: 'json' | 'xml'): SentAnswer {
  return form === 'json'
    ? { status, type: 'application/json;charset=UTF-8', text: JSON.stringify(body) }
    : { status, type: 'application/xml;charset=UTF-8', text: toXml(body) }
}
