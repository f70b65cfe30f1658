import type { HostRecord, RecordOf } from '../host/records/host-record.ts'
import { notSynced } from '../host/records/not-synced.ts'
import { daysBefore } from './days-before.ts'

interface Accounts {
  readonly income: string
}

/** What the demo firm has brought into QuickBooks in the past months, while all was well. */
export function firstRecords(now: Date, { income }: Accounts): readonly HostRecord[] {
  const client = (id: string, name: string): RecordOf<'client'> => ({
    type: 'client',
    id,
    name,
    email: null,
    unmatched: 'create',
    sync: notSynced,
  })
  const service = (id: string, name: string, price: number): RecordOf<'service'> => ({
    type: 'service',
    id,
    name,
    price,
    incomeAccountId: income,
    sync: notSynced,
  })
  return [
    client('cli_northwind', 'Northwind LLC'),
    client('cli_lea', 'Café Léa'),
    client('cli_obrien', 'O’Brien & Sons'),
    // The books know this one: it is matched by its name.
    client('cli_cars', 'Cool Cars'),
    service('svc_bookkeeping', 'Monthly bookkeeping', 25_000),
    service('svc_return', 'Tax return', 60_000),
    service('svc_payroll', 'Payroll setup', 40_000),
    {
      type: 'invoice',
      id: 'inv_1770',
      number: '1770',
      clientId: 'cli_cars',
      date: daysBefore(now, 130),
      lines: [{ serviceId: 'svc_return', description: 'Tax return', quantity: 1, price: 60_000 }],
      sync: notSynced,
    },
    {
      type: 'payment',
      id: 'pay_1770',
      invoiceId: 'inv_1770',
      date: daysBefore(now, 128),
      method: 'cash',
      amount: 60_000,
      sync: notSynced,
    },
    {
      type: 'invoice',
      id: 'inv_1779',
      number: '1779',
      clientId: 'cli_northwind',
      date: daysBefore(now, 20),
      lines: [
        { serviceId: 'svc_bookkeeping', description: 'Bookkeeping, last month', quantity: 1, price: 25_000 },
      ],
      sync: notSynced,
    },
  ]
}
