import type { Comparison, FactValue } from '../domain/condition.ts'
import { comparable } from '../phrases/comparable.ts'
import { compilePattern } from './compile-pattern.ts'
import { plainQuotes } from '../phrases/plain-quotes.ts'

type Operator = (fact: FactValue, value: Comparison['value']) => boolean

// Every phrase of every rule is compared again and again; there are as many as the catalog holds.
const phrases = new Map<string, string>()

function phraseOf(value: string): string {
  const known = phrases.get(value)
  if (known !== undefined) return known
  phrases.set(value, comparable(value))
  return comparable(value)
}

const asText = (value: Comparison['value']): string => (value === null ? '' : value.toString())

/** The closed list of operators that rules may use; json-rules-engine is given exactly these. */
export const operators: Readonly<Record<Comparison['operator'], Operator>> = {
  says: (fact, value) => comparable(asText(fact)).includes(phraseOf(asText(value))),
  matches: (fact, value) => compilePattern(asText(value)).test(plainQuotes(asText(fact))),
  startOf: (fact, value) => comparable(asText(value)).startsWith(comparable(asText(fact))),
  equal: (fact, value) => fact === value,
  notEqual: (fact, value) => fact !== value,
  in: (fact, value) => Array.isArray(value) && value.includes(fact),
  notIn: (fact, value) => Array.isArray(value) && !value.includes(fact),
}
