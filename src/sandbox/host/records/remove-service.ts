import { recordTypes } from '../../../domain/record-type.ts'
import type { HostStore } from './host-store.ts'
import { invoiceOf } from './invoice-of.ts'

export type ServiceRemoval = 'removed' | 'needed' | 'unknown-record'

/** Deletes a service, unless an invoice, or money paid or refunded for one, still has to get into QuickBooks with it. */
export function removeService(store: HostStore, id: string): ServiceRemoval {
  if (store.get('service', id) === undefined) return 'unknown-record'
  const isNeeded = recordTypes
    .flatMap((type) => store.all(type))
    .filter(({ sync }) => sync.status !== 'synced' && sync.status !== 'skipped')
    .some((record) => invoiceOf(record, store)?.lines.some(({ serviceId }) => serviceId === id))
  if (isNeeded) return 'needed'
  store.change({ removed: [{ type: 'service', id }] })
  return 'removed'
}
