import type { Comparison, Condition } from './condition.ts'

/** Every comparison of a condition tree, in order, and whether it stands under a `not`. */
export function* comparisonsOf(
  condition: Condition,
  negated = false,
): Generator<{ readonly comparison: Comparison; readonly negated: boolean }> {
  if ('all' in condition) for (const child of condition.all) yield* comparisonsOf(child, negated)
  else if ('any' in condition) for (const child of condition.any) yield* comparisonsOf(child, negated)
  else if ('not' in condition) yield* comparisonsOf(condition.not, !negated)
  else yield { comparison: condition, negated }
}
