import type { Condition } from './condition.ts'
import type { RetryClass } from './retry-class.ts'

/** What the retry class of an unrecognized failure is read from. */
export interface RetryRule {
  readonly retry: RetryClass
  readonly conditions: Condition
}
