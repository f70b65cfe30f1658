import type { BulkAction } from '../actions/bulk/bulk-action.ts'
import type { BulkResult } from '../actions/bulk/bulk-result.ts'
import { countsOf } from '../actions/bulk/counts-of.ts'
import type { components } from './api-types.ts'
import { presentBulkSummary } from './present-bulk-summary.ts'
import { presentResults } from './present-results.ts'

/** A bulk action as the contract shows it, with what became of each issue. */
export function presentBulkAction(
  bulk: BulkAction,
  results: readonly BulkResult[],
): components['schemas']['BulkAction'] {
  const { state, ...summary } = presentBulkSummary(bulk)
  const counts = countsOf(results)
  // Its issues are over before somebody has put that down.
  const isOver = counts.queued + counts.waiting + counts.running === 0
  return {
    ...summary,
    state: isOver && state !== 'cancelled' ? 'finished' : state,
    counts,
    results: presentResults(results),
  }
}
