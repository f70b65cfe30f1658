import type { HostRecord } from './host-record.ts'

/** A record after an edit: what is in QuickBooks already is to be changed there too. */
export function edited<T extends HostRecord>(record: T): T {
  const { sync } = record
  return sync.status === 'synced' ? { ...record, sync: { ...sync, status: 'not-synced' } } : record
}
