import { comparisonsOf } from './comparisons-of.ts'
import type { Condition } from './condition.ts'

/** The words that a condition waits for. */
export function phrasesOf(condition: Condition): readonly string[] {
  return [...comparisonsOf(condition)].flatMap(({ comparison }) =>
    comparison.operator === 'says' ? [String(comparison.value)] : [],
  )
}
