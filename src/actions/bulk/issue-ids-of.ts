import type { BulkAction } from './bulk-action.ts'

/** All issues of a bulk action, in its order. */
export function issueIdsOf({ ranks }: Pick<BulkAction, 'ranks'>): readonly string[] {
  return ranks.flatMap(({ issueIds }) => issueIds)
}
