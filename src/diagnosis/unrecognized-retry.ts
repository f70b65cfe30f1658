import type { Facts } from '../domain/condition.ts'
import type { RetryClass } from '../domain/retry-class.ts'
import type { RetryRule } from '../domain/retry-rule.ts'
import { compileRule } from './compile-rule.ts'

/** The retry class of a failure that no item fits, by the first rule that holds for one of its faults; null if none. */
export function createUnrecognizedRetry(
  rules: readonly RetryRule[],
): (faults: readonly Facts[]) => Promise<RetryClass | null> {
  const compiled = rules.map(({ retry, conditions }) => ({ retry, judge: compileRule(conditions) }))
  return async (faults) => {
    for (const { retry, judge } of compiled) {
      for (const facts of faults) if ((await judge(facts)).result) return retry
    }
    return null
  }
}
