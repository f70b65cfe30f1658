import { comparisonsOf } from '../domain/comparisons-of.ts'
import type { Rule } from '../domain/rule.ts'

/** The words that rules wait for. */
export function phrasesOf(rules: readonly Rule[]): readonly string[] {
  return rules.flatMap(({ conditions }) =>
    [...comparisonsOf(conditions)].flatMap(({ comparison }) =>
      comparison.operator === 'says' ? [String(comparison.value)] : [],
    ),
  )
}
