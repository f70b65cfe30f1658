import type { HostRecord } from './host-record.ts'
import type { HostStore } from './host-store.ts'
import { invoiceOf } from './invoice-of.ts'

/** What a record is called where people read of it. */
export function labelOf(record: HostRecord, store: HostStore): string {
  switch (record.type) {
    case 'client':
    case 'service':
      return record.name
    case 'invoice':
      return `Invoice ${record.number}`
    case 'payment':
      return `Payment of invoice ${invoiceOf(record, store)?.number}`
    case 'refund':
      return `Refund of invoice ${invoiceOf(record, store)?.number}`
    case 'expense':
      return record.description
  }
}
