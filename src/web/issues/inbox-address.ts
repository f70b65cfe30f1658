import type { InboxQuery } from './inbox-query.ts'

/** The address of the inbox that shows this. */
export function inboxAddress(
  base: string,
  { status, recordType, item, search, after }: Partial<InboxQuery>,
): string {
  const query = new URLSearchParams()
  if (status !== undefined && status !== 'open') query.set('status', status)
  if (recordType !== undefined) query.set('recordType', recordType)
  if (item !== undefined) query.set('item', item)
  if (search) query.set('search', search)
  if (after !== undefined) query.set('after', `${after.value}~${after.id}`)
  return query.size === 0 ? base : `${base}?${query}`
}
