import { randomUUID } from 'node:crypto'
import { DatabaseSync, type DatabaseSyncInstance } from '@photostructure/sqlite'
import type { QuickBooks } from '../../src/quickbooks/quickbooks.ts'
import { createHost, type Host } from '../../src/sandbox/host/create-host.ts'
import type { RecordOf } from '../../src/sandbox/host/records/host-record.ts'
import { notSynced } from '../../src/sandbox/host/records/not-synced.ts'
import type { SyncDoctor } from '../../src/sandbox/host/reporting/create-deliver.ts'
import type { RecordType } from '../../src/domain/record-type.ts'
import { NOW } from './tenant.ts'

export const SECRET = `whsec_${Buffer.from('a secret of the host for its tests').toString('base64')}`

/** Nobody listens there. */
const NOWHERE: SyncDoctor = { url: 'http://127.0.0.1:9', firmId: 'acme', key: async () => 'none' }

interface Wanted {
  readonly quickbooks: QuickBooks
  readonly syncDoctor?: SyncDoctor
  readonly database?: DatabaseSyncInstance
}

/** The practice software over these books; its clock goes on by a second at every look, and it reports to nobody unless told to whom. */
export function aHost({
  quickbooks,
  syncDoctor = NOWHERE,
  database = new DatabaseSync(':memory:'),
}: Wanted): Host {
  let seconds = 0
  return createHost({
    database,
    quickbooks,
    syncDoctor,
    secret: SECRET,
    publicUrl: 'http://127.0.0.1:3000',
    now: () => new Date(NOW.getTime() + 1000 * seconds++),
    newId: randomUUID,
    onBug: (error) => {
      throw error
    },
  })
}

type Changes<T extends RecordType> = Partial<Omit<RecordOf<T>, 'type'>>

export function client(changes: Changes<'client'> = {}): RecordOf<'client'> {
  const name = 'Northwind LLC'
  return { type: 'client', id: 'cli_1', name, email: null, unmatched: 'create', sync: notSynced, ...changes }
}

export function service(changes: Changes<'service'> = {}): RecordOf<'service'> {
  const plain = { name: 'Bookkeeping', price: 12_500, incomeAccountId: '79', sync: notSynced }
  return { type: 'service', id: 'svc_1', ...plain, ...changes }
}

export function invoice(changes: Changes<'invoice'> = {}): RecordOf<'invoice'> {
  const line = { serviceId: 'svc_1', description: 'March', quantity: 2, price: 12_500 }
  const plain = { number: '1781', clientId: 'cli_1', date: '2026-03-02', lines: [line], sync: notSynced }
  return { type: 'invoice', id: 'inv_1', ...plain, ...changes }
}

export function payment(changes: Changes<'payment'> = {}): RecordOf<'payment'> {
  const plain = { invoiceId: 'inv_1', date: '2026-03-03', method: 'cash', amount: 25_000 } as const
  return { type: 'payment', id: 'pay_1', ...plain, sync: notSynced, ...changes }
}

export function refund(changes: Changes<'refund'> = {}): RecordOf<'refund'> {
  const plain = { paymentId: 'pay_1', date: '2026-03-04', amount: 5_000, sync: notSynced }
  return { type: 'refund', id: 'ref_1', ...plain, ...changes }
}

export function expense(changes: Changes<'expense'> = {}): RecordOf<'expense'> {
  const plain = { description: 'Card fee', date: '2026-03-03', amount: 755, sync: notSynced }
  return { type: 'expense', id: 'exp_1', ...plain, ...changes }
}

/** One record of every type; later ones name the earlier. */
export const oneOfEach = () => [expense(), refund(), payment(), invoice(), service(), client()]
