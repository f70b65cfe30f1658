import type { BulkAction } from './bulk-action.ts'

/** Where the rank of the issue at this place begins and ends. */
export function rankAround(
  { ranks }: Pick<BulkAction, 'ranks'>,
  place: number,
): { readonly start: number; readonly end: number } {
  let start = 0
  for (const { issueIds } of ranks) {
    const end = start + issueIds.length
    if (place < end) return { start, end }
    start = end
  }
  return { start, end: start }
}
