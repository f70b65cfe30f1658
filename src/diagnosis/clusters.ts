/** Texts that say the same but for their variable parts, and files to start from for an item of their own. */
export interface Cluster {
  /** The text with its variable parts masked. */
  readonly text: string
  readonly count: number
  readonly draft: Draft
}

interface Draft {
  readonly rule: {
    readonly conditions: {
      readonly any: readonly [{ readonly fact: 'text'; readonly operator: 'says'; readonly value: string }]
    }
    readonly event: { readonly type: string; readonly params: { readonly message: string } }
  }
  readonly case: {
    readonly name: string
    readonly failure: { readonly error: string }
    readonly captures: Readonly<Record<string, string>>
  }
}

const MASK = '…'
const MAX_PHRASE = 120

/** What changes from failure to failure: quoted and starred words, key values, identifiers, dates, numbers. */
const VARIABLE: readonly RegExp[] = [
  /(?<=[*"“'‘])[^*"”'’]{1,200}(?=[*"”'’])/gu,
  /(?<=[\w]=)\S{1,200}/gu,
  /\b\S{1,60}@\S{1,60}\b/gu,
  /\b[\w-]{0,40}\d[\w.,:/-]{0,60}/gu,
]

// A name inside a sentence; elsewhere a capital may just begin one.
const NAME = /(?<=[a-z,] )\p{Lu}[\p{L}'’-]{1,40}(?: \p{Lu}[\p{L}'’-]{1,40}){0,4}/gu

/** Unrecognised texts in clusters, the largest first; of equal ones the first seen comes first. */
export function clusters(texts: readonly string[]): readonly Cluster[] {
  const found = new Map<string, { count: number; example: string }>()
  for (const text of texts) {
    const masked = mask(text)
    const cluster = found.get(masked)
    if (cluster === undefined) found.set(masked, { count: 1, example: text })
    else cluster.count++
  }
  return [...found]
    .sort(([, a], [, b]) => b.count - a.count)
    .map(([text, { count, example }]) => ({ text, count, draft: draft(text, example) }))
}

function mask(text: string): string {
  const numberless = VARIABLE.reduce((rest, part) => rest.replace(part, MASK), text)
  return [...numberless.matchAll(NAME)].reduce((rest, [name]) => rest.replaceAll(name, MASK), numberless)
}

function draft(masked: string, example: string): Draft {
  const phrase = longestConstant(masked)
  return {
    rule: {
      conditions: { any: [{ fact: 'text', operator: 'says', value: phrase }] },
      event: { type: slugOf(phrase), params: { message: example } },
    },
    case: { name: 'as it was seen', failure: { error: example }, captures: {} },
  }
}

/** The longest stretch without a variable part, cut at a word: what a rule can wait for. */
function longestConstant(masked: string): string {
  const pieces = masked
    .split(MASK)
    .map((piece) => piece.replace(/^[\s:;,."'*()[\]]+|[\s:;,"'*()[\]]+$/gu, ''))
  const longest = pieces.reduce((best, piece) => (piece.length > best.length ? piece : best), '')
  return longest.length <= MAX_PHRASE ? longest : longest.slice(0, longest.lastIndexOf(' ', MAX_PHRASE))
}

/** Its first words, as an item would be named. */
function slugOf(phrase: string): string {
  const words = phrase.toLowerCase().match(/[a-z]+/gu) ?? ['unnamed']
  return words.slice(0, 4).join('-')
}
