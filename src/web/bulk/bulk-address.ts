import type { BulkWish } from './read-bulk-wish.ts'

/** The address of the page that tells what would come of a wish. */
export function bulkAddress(base: string, { kind, choice }: BulkWish): string {
  if ('issueIds' in choice) {
    const chosen = choice.issueIds.map((id) => ['issue', id])
    return `${base}/bulk?${new URLSearchParams([['do', kind], ...chosen])}`
  }
  const { status, recordType, item, search } = choice.filter
  const filters = Object.entries({ status, recordType, item, search }).flatMap(([name, value]) =>
    value === undefined || value === '' ? [] : [[name, value]],
  )
  return `${base}/bulk?${new URLSearchParams([['do', `all-${kind}`], ...filters])}`
}
