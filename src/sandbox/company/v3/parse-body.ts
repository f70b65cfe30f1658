import type { Refused } from '../books/company-fault.ts'
import { refusal } from './refusal.ts'
import { unsupported } from './unsupported.ts'
import type { V3Request } from './v3-request.ts'

type Body = { readonly body: unknown } | { readonly refused: Refused }

/** The JSON of a request. */
export function parseBody({ contentType, body }: V3Request): Body {
  if (!/^application\/(?:[\w.-]{1,50}\+)?json$/u.test(contentType)) {
    return refusal({ code: '1050', message: 'Invalid Content Type' })
  }
  let text: string
  try {
    text = new TextDecoder('utf-8', { fatal: true }).decode(body)
  } catch {
    const cause = 'com.sun.org.apache.xerces.internal.impl.io.MalformedByteSequenceException'
    return unsupported(`${cause}: Invalid byte 1 of 1-byte UTF-8 sequence`)
  }
  try {
    return { body: JSON.parse(text) as unknown }
  } catch {
    const detail = 'Property Name:failed to parse json object; a property specified is unsupported or invalid'
    return refusal({ code: '2010', message: 'Request has invalid or unsupported property', detail })
  }
}
