import type { HostRecord, RecordOf } from './host-record.ts'
import type { HostStore } from './host-store.ts'
import { invoiceOf } from './invoice-of.ts'
import { knownRecord } from './known-record.ts'

/** Whose record it is; undefined for what belongs to the firm itself. */
export function clientOf(record: HostRecord, store: HostStore): RecordOf<'client'> | undefined {
  if (record.type === 'client') return record
  const invoice = invoiceOf(record, store)
  return invoice && knownRecord(store, 'client', invoice.clientId)
}
