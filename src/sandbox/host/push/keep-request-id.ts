import type { HostRecord } from '../records/host-record.ts'
import type { HostStore } from '../records/host-store.ts'
import { hasArrived } from './has-arrived.ts'

interface Needs {
  readonly store: HostStore
  readonly newId: () => string
}

/**
 * The request id of a record's next write, kept before anybody can write under it; the same until QuickBooks has taken or
 * refused that write, whoever sends it. Undefined: there is nothing to write any more.
 */
export function keepRequestId(seen: HostRecord, { store, newId }: Needs): string | undefined {
  const record = store.get(seen.type, seen.id)
  if (record === undefined || hasArrived(record, seen)) return undefined
  const { sync } = record
  const requestId = sync.requestId ?? newId()
  if (sync.requestId === null) store.change({ records: [{ ...record, sync: { ...sync, requestId } }] })
  return requestId
}
