import { decodeHTMLStrict } from 'entities'
import type { Passage } from './passage.ts'

const ENTITY = /&(?:#\d{1,7}|#x[\da-f]{1,6}|[a-z]\w{1,31});/giu
// Zero-width and direction marks: pasted along by web pages, invisible, and they split phrases.
const INVISIBLE = /[\u00ad\u200b-\u200f\u202a-\u202e\u2060-\u2064\ufeff]+/gu
const BLANKS = /[\s\u0000-\u001f\u007f-\u009f]+/gu
const LONE_SURROGATE = /\p{Surrogate}/gu

/** Text as people read it: entities decoded (once or twice), blanks folded to one, invisible characters gone. */
export function fold(passage: Passage): Passage {
  return passage
    .replace(ENTITY, decodeHTMLStrict)
    .replace(ENTITY, decodeHTMLStrict)
    .replace(INVISIBLE, () => '')
    .replace(LONE_SURROGATE, () => '\ufffd')
    .replace(BLANKS, () => ' ')
    .trim()
}
