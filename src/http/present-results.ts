import type { BulkResult } from '../actions/bulk/bulk-result.ts'
import type { components } from './api-types.ts'
import { presentRecord } from './present-record.ts'

/** What became of the issues of a bulk action, as the contract shows it. */
export function presentResults(
  results: readonly BulkResult[],
): readonly components['schemas']['BulkResult'][] {
  return results.map(({ record, ...result }) => ({ ...result, record: record && presentRecord(record) }))
}
