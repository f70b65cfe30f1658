import type { HostRecord, RecordOf } from '../host/records/host-record.ts'
import { notSynced as sync } from '../host/records/not-synced.ts'
import { daysBefore } from './days-before.ts'

interface Accounts {
  readonly income: string
  readonly receivable: string
}

/** Longer than the 100 characters that QuickBooks allows. */
const LONG_NAME =
  'Year-end close, payroll reconciliation, sales tax return and inventory count for restaurants with several places'

/** What the demo firm enters after its books were tidied: one record for each error of the table, and some that go well. */
export function laterRecords(now: Date, { income, receivable }: Accounts): readonly HostRecord[] {
  const day = (days: number) => daysBefore(now, days)
  const invoice = (
    number: string,
    clientId: string,
    date: string,
    line: RecordOf<'invoice'>['lines'][number],
  ): RecordOf<'invoice'> => ({
    type: 'invoice',
    id: `inv_${number}`,
    number,
    clientId,
    date,
    lines: [line],
    sync,
  })
  const payment = (
    invoiceId: string,
    method: RecordOf<'payment'>['method'],
    amount: number,
    id = invoiceId.replace('inv', 'pay'),
  ): RecordOf<'payment'> => ({ type: 'payment', id, invoiceId, date: day(3), method, amount, sync })
  const service = (id: string, name: string, incomeAccountId: string | null): RecordOf<'service'> => ({
    type: 'service',
    id,
    name,
    price: 90_000,
    incomeAccountId,
    sync,
  })
  const bookkeeping = {
    serviceId: 'svc_bookkeeping',
    description: 'Bookkeeping, this month',
    quantity: 2,
    price: 25_000,
  }
  const payroll = { serviceId: 'svc_payroll', description: 'Payroll setup', quantity: 1, price: 40_000 }
  const taxReturn = { serviceId: 'svc_return', description: 'Tax return', quantity: 1, price: 60_000 }
  const common = { type: 'client', email: null, sync } as const
  return [
    // Item 1: the books have it as "Harbor Dental".
    { ...common, id: 'cli_harbor', name: 'Harbor Dental Group', unmatched: 'refuse' },
    // Item 2: a vendor has this name.
    { ...common, id: 'cli_maple', name: 'Maple Street Bakery', unmatched: 'create' },
    // Item 8: the settings name no income account. Items 9 and 10: an account of the wrong type, too long a name.
    service('svc_advice', 'Advisory call', null),
    service('svc_review', 'Year-end review', receivable),
    service('svc_close', LONG_NAME, income),
    invoice('1780', 'cli_cars', day(6), taxReturn),
    // Item 4: somebody made an invoice of this number by hand.
    invoice('1781', 'cli_northwind', day(5), bookkeeping),
    // Item 3: the customer was made inactive. Item 5: the product was.
    invoice('1782', 'cli_lea', day(5), bookkeeping),
    invoice('1783', 'cli_northwind', day(4), payroll),
    // Item 6: a credit is applied to this one, so that less is open than is paid.
    invoice('1784', 'cli_obrien', day(4), bookkeeping),
    // It waits for its client.
    invoice('1785', 'cli_harbor', day(4), taxReturn),
    payment('inv_1779', 'cash', 20_000),
    payment('inv_1779', 'promotional-credit', 5_000, 'pay_1779_credit'),
    // Item 2 again: "Credit Card" is no credit card in the books.
    payment('inv_1780', 'card', 60_000),
    payment('inv_1784', 'cash', 50_000),
    { type: 'refund', id: 'ref_1779', paymentId: 'pay_1779', date: day(2), amount: 5_000, sync },
    // None of the table: its day is in a closed period.
    { type: 'refund', id: 'ref_1770', paymentId: 'pay_1770', date: day(120), amount: 10_000, sync },
    // Item 7: the settings name an expense account to pay fees from.
    {
      type: 'expense',
      id: 'exp_1780',
      description: 'Processing fee, invoice 1780',
      date: day(3),
      amount: 1_770,
      sync,
    },
    {
      type: 'expense',
      id: 'exp_1779',
      description: 'Processing fee, invoice 1779',
      date: day(3),
      amount: 610,
      sync,
    },
  ]
}
