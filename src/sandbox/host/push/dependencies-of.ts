import type { HostRecord } from '../records/host-record.ts'
import type { HostStore } from '../records/host-store.ts'
import { invoiceOf } from '../records/invoice-of.ts'
import type { RecordRef } from '../records/record-ref.ts'

/** What must be in QuickBooks before this record can be, in the order it is pushed. */
export function dependenciesOf(record: HostRecord, store: HostStore): readonly RecordRef[] {
  const invoice = invoiceOf(record, store)
  // Fees depend on the settings alone.
  if (invoice === undefined) return []
  const client = { type: 'client', id: invoice.clientId } as const
  const services = [...new Set(invoice.lines.map((line) => line.serviceId))].map(
    (id) => ({ type: 'service', id }) as const,
  )
  if (record.type === 'invoice') return [client, ...services]
  const billed = [client, ...services, { type: 'invoice', id: invoice.id } as const]
  return record.type === 'refund' ? [...billed, { type: 'payment', id: record.paymentId } as const] : billed
}
