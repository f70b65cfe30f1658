import type { Passage } from './passage.ts'

interface Data {
  /** Signs without one of which it is not worth looking. */
  readonly needs: RegExp
  readonly pattern: RegExp
}

/**
 * What stands in a text and is not said by QuickBooks: it may hold any words, also those of an error. Each pattern is
 * bounded, and each match is taken out whole.
 */
const DATA: readonly Data[] = [
  // Addresses.
  { needs: /:\/\//u, pattern: /\b(?:https?|ftp|file):\/\/[^\s"'<>]{1,4096}/giu },
  // Request lines and access logs: the path and its query.
  { needs: / \//u, pattern: /\b(?:GET|POST|PUT|PATCH|DELETE|HEAD|OPTIONS) \/[^\s"'<>]{0,4096}/gu },
  // HTTP headers, a line each. Two known words stand for the headers whose names have no hyphen.
  {
    needs: /:/u,
    pattern:
      /(?<=^|\n)[ \t>*<]{0,8}(?:[A-Za-z]{1,30}(?:-[A-Za-z]{1,30}){1,6}|Authorization|Cookie|Host|Accept|Referer):[^\n]{0,4096}/gu,
  },
  // Names and notes of people, as key and value.
  {
    needs: /["']/u,
    pattern:
      /\b(?:\w{0,20}name|customer|client|vendor|memo|note|notes|description|subject|title|label)["']?\s{0,4}(?:=>|[=:])\s{0,4}(?:\\?"[^"\n]{0,1000}"|'[^'\n]{0,1000}')/giu,
  },
  // Elements of XML that are data: `<DisplayName>…</DisplayName>`.
  {
    needs: /<\//u,
    pattern:
      /<(?!(?:\w{1,20}:)?(?:Message|Detail|ErrorMessage|Cause|pre|p|h1|h2|title|body|div|span|b|i|em|strong)\b)[A-Za-z][\w:]{1,60}>[^<]{0,2000}<\/[A-Za-z][\w:]{1,60}>/gu,
  },
  // Lines of a stack trace, in JavaScript, Java, Python, Ruby, PHP and .NET.
  { needs: /\n/u, pattern: /\n[ \t]{1,12}(?:at |from |File ")[^\n]{0,1000}/gu },
  { needs: /\n#/u, pattern: /\n#\d{1,4} [^\n]{0,1000}/gu },
]

// A message that is only mentioned: said to be over, or shown as an example.
const MENTION: Data = {
  needs: /[:–—>-]/u,
  pattern:
    /(?<=^|[\n.;|([])[ \t]{0,8}(?:\w{1,20}[:\]][ \t]{1,4})?(?:(?:has been |was |is |now )?(?:resolved|solved|fixed|recovered|dismissed)|e\.g\.|(?:for )?example|sample|see(?: also)?|docs?|documentation|article|faq|how to (?:fix|resolve|read)[^\n:]{0,60}|search(?:ed|ing)?(?: results?)?(?: for)?|no longer (?:fails|failing|occurs|seen)(?: with)?|formerly|previously|used to fail(?: with)?|old error|last (?:week|month|year)(?:'s error)?)[ \t]{0,2}(?:#?\w{1,20}[ \t]{0,2})?(?::|–|—|=>| - )[^\n]{0,4096}/giu,
}

// The host marks a name in its own messages with asterisks: it is part of what is said, whatever it holds.
const MARKED_NAME = /^\*[^*]{1,500}\*$/u

const PLAIN = [...DATA, MENTION]

const GUARDED: readonly Data[] = PLAIN.map(({ needs, pattern: { source, flags } }) => ({
  needs,
  pattern: new RegExp(`\\*[^*]{1,500}\\*|${source}`, flags),
}))

/** A text without the data and the mere mentions in it; what stays keeps its place. */
export function blankData(passage: Passage): Passage {
  const data = passage.text.includes('*') ? GUARDED : PLAIN
  const blank = (match: string) => (MARKED_NAME.test(match) ? match : '\n')
  return data.reduce(
    (rest, { needs, pattern }) => (needs.test(rest.text) ? rest.replace(pattern, blank) : rest),
    passage,
  )
}
