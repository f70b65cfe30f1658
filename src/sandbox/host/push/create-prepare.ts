import type { QuickBooks } from '../../../quickbooks/quickbooks.ts'
import { clientOf } from '../records/client-of.ts'
import type { HostRecord, RecordOf } from '../records/host-record.ts'
import type { HostStore } from '../records/host-store.ts'
import { invoiceOf } from '../records/invoice-of.ts'
import { mapCredit } from '../mapping/map-credit.ts'
import { mapExpense } from '../mapping/map-expense.ts'
import { mapInvoice } from '../mapping/map-invoice.ts'
import { mapPayment } from '../mapping/map-payment.ts'
import { mapRefund } from '../mapping/map-refund.ts'
import type { Mapped } from '../mapping/mapped.ts'
import { dependenciesOf } from './dependencies-of.ts'
import { findPaymentMethod } from './find-payment-method.ts'
import { notRead } from './not-read.ts'
import { prepareClient } from './prepare-client.ts'
import { prepareService } from './prepare-service.ts'
import type { Prepared } from './prepared.ts'

interface Needs {
  readonly store: HostStore
  readonly quickbooks: QuickBooks
  readonly newId: () => string
}

export type Prepare = (record: HostRecord) => Promise<Prepared>

/** Finds out what is to be done for a record; of the record itself, nothing is written yet. */
export function createPrepare({ store, quickbooks, newId }: Needs): Prepare {
  return async (record) => {
    const missing = dependenciesOf(record, store).find(
      ({ type, id }) => (store.get(type, id)?.sync.quickbooksId ?? null) === null,
    )
    if (missing !== undefined) return { outcome: 'waiting', waitingFor: 'record', record: missing }
    if (record.type === 'client') return prepareClient(record, quickbooks)
    const mapped = await map(record)
    if ('outcome' in mapped) return mapped
    const { quickbooksId } = record.sync
    return quickbooksId === null
      ? { outcome: 'write', operation: 'create', ...mapped }
      : changeOf(mapped, quickbooksId)
  }

  async function map(record: Exclude<HostRecord, { type: 'client' }>): Promise<Mapped | Prepared> {
    const settings = store.settings()
    const { currency } = settings
    switch (record.type) {
      case 'service':
        return prepareService(record, settings)
      case 'invoice':
        return mapInvoice(record, { client: customerOf(record), service: itemOf }, currency)
      case 'payment':
        return mapPaid(record)
      case 'refund':
        return mapRefund(record, {
          customerId: customerOf(record),
          itemId: firstItemOf(record),
          accountId: settings.depositToAccountId,
          currency,
        })
      case 'expense':
        return mapExpense(record, settings)
    }
  }

  async function mapPaid(payment: RecordOf<'payment'>): Promise<Mapped | Prepared> {
    const settings = store.settings()
    if (payment.method === 'promotional-credit') {
      return mapCredit(payment, {
        customerId: customerOf(payment),
        itemId: firstItemOf(payment),
        currency: settings.currency,
      })
    }
    const method = await findPaymentMethod(payment.method, { quickbooks, newId })
    if (method.outcome !== 'found') return method
    return mapPayment(payment, {
      customerId: customerOf(payment),
      invoiceId: idOf(invoiceOf(payment, store)),
      paymentMethodId: method.id,
      settings,
    })
  }

  /** A change tells only what the host knows of, and leaves the rest as it is in the books. */
  async function changeOf({ entity, body }: Mapped, id: string): Promise<Prepared> {
    const now = await quickbooks.get(entity, id)
    if (now.outcome !== 'read') return notRead(now, { entity, operation: 'update' })
    // One that is gone is sent all the same: QuickBooks says best what became of it.
    const token = now.value?.SyncToken ?? '0'
    const change = { ...body, Id: id, SyncToken: token, sparse: true }
    return { outcome: 'write', operation: 'update', entity, body: change }
  }

  function customerOf(record: HostRecord): string {
    return idOf(clientOf(record, store))
  }

  function itemOf(serviceId: string): string {
    return idOf(store.get('service', serviceId))
  }

  function firstItemOf(record: HostRecord): string {
    const [line] = invoiceOf(record, store)?.lines ?? []
    return itemOf(line?.serviceId ?? '')
  }
}

/** Asked for only once everything that a record names is in QuickBooks. */
function idOf(record: HostRecord | undefined): string {
  const id = record?.sync.quickbooksId ?? null
  if (id === null) throw new Error(`${record?.type} ${record?.id} is not in QuickBooks.`)
  return id
}
