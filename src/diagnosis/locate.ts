import type { Comparison } from '../domain/condition.ts'
import { comparable } from '../phrases/comparable.ts'
import { compilePattern } from './compile-pattern.ts'
import { plainQuotes } from '../phrases/plain-quotes.ts'

interface Place {
  readonly start: number | null
  readonly end: number | null
}

/** Where in a fault's text a comparison that held found its words; nowhere for other facts. */
export function locate({ fact, operator, value }: Comparison, text: string): Place {
  const nowhere = { start: null, end: null }
  if (fact !== 'text') return nowhere
  switch (operator) {
    case 'says': {
      const phrase = comparable(String(value))
      const start = comparable(text).indexOf(phrase)
      return start < 0 ? nowhere : { start, end: start + phrase.length }
    }
    case 'matches': {
      const found = compilePattern(String(value)).exec(plainQuotes(text))
      return found === null ? nowhere : { start: found.index, end: found.index + found[0].length }
    }
    case 'startOf':
      return { start: 0, end: text.length }
    case 'equal':
    case 'notEqual':
    case 'in':
    case 'notIn':
      return nowhere
  }
}
