import type { Refused } from '../books/company-fault.ts'
import { fromXml } from './from-xml.ts'
import { refusal } from './refusal.ts'
import { unsupported } from './unsupported.ts'
import type { V3Request } from './v3-request.ts'

type Body = { readonly body: unknown } | { readonly refused: Refused }

/** What a request says as JSON, or as XML of one entity. */
export function parseBody({ contentType, resource, body }: V3Request): Body {
  const isXml = /^(?:application|text)\/xml$/u.test(contentType) && resource !== 'batch'
  if (!isXml && contentType !== 'application/json') {
    return refusal({ code: '1050', message: 'Invalid Content Type' })
  }
  let text: string
  try {
    text = new TextDecoder('utf-8', { fatal: true }).decode(body)
  } catch {
    const cause = 'com.sun.org.apache.xerces.internal.impl.io.MalformedByteSequenceException'
    return unsupported(`${cause}: Invalid byte 1 of 1-byte UTF-8 sequence`)
  }
  return isXml ? parseXml(text, resource) : parseJson(text)
}

function parseJson(text: string): Body {
  try {
    return { body: JSON.parse(text) as unknown }
  } catch {
    return unreadable('failed to parse json object')
  }
}

function parseXml(text: string, resource: string): Body {
  const read = fromXml(text)
  if (read === undefined) return unreadable('failed to parse xml document')
  if (read.name.toLowerCase() === resource) return { body: read.body }
  return refusal({
    code: '2000',
    message: 'Invalid or unsupported object name',
    detail: `Object Name: ${read.name}`,
  })
}

function unreadable(what: string): Body {
  const detail = `Property Name:${what}; a property specified is unsupported or invalid`
  return refusal({ code: '2010', message: 'Request has invalid or unsupported property', detail })
}
