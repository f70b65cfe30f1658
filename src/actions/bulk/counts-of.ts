import type { ActionState } from '../../domain/action.ts'
import type { BulkResult } from './bulk-result.ts'

export type BulkCounts = Readonly<Record<ActionState, number>>

/** How many issues of a bulk action are where. */
export function countsOf(results: readonly BulkResult[]): BulkCounts {
  const counts = {
    queued: 0,
    waiting: 0,
    running: 0,
    succeeded: 0,
    refused: 0,
    unknown: 0,
    cancelled: 0,
  }
  for (const { state } of results) counts[state] += 1
  return counts
}
