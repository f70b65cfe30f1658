import { decodeEntities } from './decode-entities.ts'
import type { Passage } from './passage.ts'

// Zero-width and direction marks: pasted along by web pages, invisible, and they split phrases.
const INVISIBLE = /[\u00ad\u200b-\u200f\u202a-\u202e\u2060-\u206f\ufeff]+/gu
const BLANKS = /[\s\u0000-\u001f\u007f-\u009f]+/gu
// What a printer of strings leaves in a text that went through it.
const ESCAPED_BLANK = /\\{1,8}[nrt]/gu
const ESCAPED_QUOTE = /\\{1,8}["']/gu
const LONE_SURROGATE = /\p{Surrogate}/gu

// Most texts need no folding: printable ASCII, single blanks, and no sign that an escape or an entity begins with.
const FOLDED = /^[!-%'-[\]-~]+(?: [!-%'-[\]-~]+)*$/u

/** Text as people read it: entities decoded (once or twice), blanks folded to one, invisible characters gone. */
export function fold(passage: Passage): Passage {
  if (FOLDED.test(passage.text)) return passage
  return decodeEntities(decodeEntities(passage))
    .replace(ESCAPED_BLANK, () => ' ')
    .replace(ESCAPED_QUOTE, (escape) => escape.slice(-1))
    .replace(INVISIBLE, () => '')
    .replace(LONE_SURROGATE, () => '\ufffd')
    .replace(BLANKS, () => ' ')
    .trim()
}
