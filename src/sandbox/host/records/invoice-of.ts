import type { HostRecord, RecordOf } from './host-record.ts'
import type { HostStore } from './host-store.ts'
import { knownRecord } from './known-record.ts'

/** The invoice that a record is about, if it is about one. */
export function invoiceOf(record: HostRecord, store: HostStore): RecordOf<'invoice'> | undefined {
  switch (record.type) {
    case 'invoice':
      return record
    case 'payment':
      return knownRecord(store, 'invoice', record.invoiceId)
    case 'refund':
      return invoiceOf(knownRecord(store, 'payment', record.paymentId), store)
    case 'client':
    case 'service':
    case 'expense':
      return undefined
  }
}
