import type { HostRecord } from '../records/host-record.ts'

/** Whether somebody else got a record into QuickBooks since it was seen. */
export function hasArrived(now: HostRecord, seen: HostRecord): boolean {
  return now.sync.status === 'synced' && now.sync.quickbooksId !== seen.sync.quickbooksId
}
