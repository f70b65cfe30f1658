import AhoCorasick from 'modern-ahocorasick'
import { comparable } from './comparable.ts'

export interface FoundPhrase {
  /** Index into the phrases. */
  readonly phrase: number
  readonly start: number
  readonly end: number
}

export type FindPhrases = (text: string) => Iterable<FoundPhrase>

/**
 * Finds many phrases in one pass over a text, whatever their case and quotes; the cost does not grow with their number.
 * A letter outside of ASCII matches any other: what it finds is to be confirmed.
 */
export function createPhraseFinder(phrases: readonly string[]): FindPhrases {
  const indices = new Map<string, number[]>()
  phrases.forEach((phrase, index) => {
    const same = indices.get(ascii(phrase))
    if (same === undefined) indices.set(ascii(phrase), [index])
    else same.push(index)
  })
  const automaton = new AhoCorasick([...indices.keys()])
  return function* (text) {
    for (const { pattern, start, end } of automaton.iterate(ascii(text))) {
      for (const phrase of indices.get(pattern) ?? []) yield { phrase, start, end }
    }
  }
}

/**
 * The automaton compares grapheme clusters, so that a phrase before a combining mark would be missed, and it is slow on
 * them. One sign for all that is not ASCII lets a few phrases too many through and none too few.
 */
function ascii(text: string): string {
  return comparable(text).replace(/[^\u0020-\u007e]/gu, (character) => '\u0001'.repeat(character.length))
}
