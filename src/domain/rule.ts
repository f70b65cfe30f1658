import type { Condition } from './condition.ts'
import type { ErrorItem } from './error-item.ts'

/** How an error item is recognised. */
export interface Rule {
  readonly item: ErrorItem
  readonly conditions: Condition
  /** Where two rules match one fault, the higher rank wins; equal ranks are a visible tie. */
  readonly rank: number
}
