import { decodeHTMLStrict } from 'entities'
import type { Passage } from './passage.ts'

const ENTITY = /&(?:#\d{1,7}|#x[\da-f]{1,6}|[a-z]\w{1,31});/giu

/** A passage with one level of HTML or XML entities decoded; the same passage if there is none. */
export function decodeEntities(passage: Passage): Passage {
  return passage.replace(ENTITY, decodeHTMLStrict)
}
