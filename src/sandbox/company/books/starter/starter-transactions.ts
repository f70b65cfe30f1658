import type { EntityName } from '../entity-name.ts'
import type { Members } from '../read/members.ts'
import type { StarterEntry } from './starter-entry.ts'

const CHECKING = { value: '35' }
const MASTERCARD = { value: '41' }

/** What is in the bank to begin with. */
const opening: readonly StarterEntry[] = [deposit('35', 5000), deposit('36', 800)]

const sales: readonly StarterEntry[] = [
  form('Invoice', 62, '1001', '1', [['4', 5, 75]]),
  form('Invoice', 55, '1004', '3', [
    ['6', 20, 30],
    ['18', 10, 35],
  ]),
  form('Invoice', 48, '1009', '26', [['4', 1.38, 75]]),
  form('SalesReceipt', 46, '1003', '6', [['4', 4.5, 75]], { PaymentMethodRef: { value: '2' } }),
  form('Invoice', 40, '1012', '22', [
    ['5', 1, 275],
    ['7', 4, 50],
  ]),
  form('Invoice', 31, '1019', '28', [
    ['7', 12, 50],
    ['11', 2, 15],
  ]),
  form('Invoice', 24, '1025', '1', [['10', 6, 35]]),
  form('SalesReceipt', 20, '1014', '4', [['4', 2, 75]], { PaymentMethodRef: { value: '1' } }),
  form('Invoice', 14, '1027', '2', [['4', 1, 85]]),
  form('Invoice', 9, '1033', '10', [
    ['8', 1, 320],
    ['13', 2, 24],
  ]),
  form('Invoice', 4, '1036', '7', [['18', 3, 35]]),
  form('Invoice', 2, '1037', '24', [
    ['5', 1, 275],
    ['11', 1, 12.75],
  ]),
  form('CreditMemo', 12, '1026', '13', [['18', 1, 100]]),
]

const purchases: readonly StarterEntry[] = [
  purchase(35, 'Cash', CHECKING, '56', '33', 52.14),
  purchase(21, 'Check', CHECKING, '75', '38', 112),
  purchase(16, 'CreditCard', MASTERCARD, '20', '50', 19.99),
  bill(30, '48', '76', 86.44),
  bill(11, '46', '58', 103.55),
]

/** Some months of business: invoices that are paid, late and new, and what was spent. Transactions are dated by their distance from today. */
export const starterTransactions: readonly StarterEntry[] = [...opening, ...sales, ...purchases]

function deposit(account: string, Amount: number): StarterEntry {
  return {
    entity: 'Deposit',
    daysAgo: 120,
    body: {
      DepositToAccountRef: { value: account },
      Line: [{ Amount, DetailType: 'DepositLineDetail', DepositLineDetail: { AccountRef: { value: '34' } } }],
    },
  }
}

type Sold = readonly [item: string, quantity: number, price: number]

function form(
  entity: EntityName,
  daysAgo: number,
  DocNumber: string,
  customer: string,
  sold: readonly Sold[],
  more: Members = {},
): StarterEntry {
  return {
    entity,
    daysAgo,
    body: {
      DocNumber,
      CustomerRef: { value: customer },
      ...more,
      Line: sold.map(([item, Qty, UnitPrice]) => ({
        Amount: Math.round(Qty * UnitPrice * 100) / 100,
        DetailType: 'SalesItemLineDetail',
        SalesItemLineDetail: { ItemRef: { value: item }, Qty, UnitPrice },
      })),
    },
  }
}

function purchase(
  daysAgo: number,
  PaymentType: string,
  AccountRef: Members,
  category: string,
  vendor: string,
  amount: number,
): StarterEntry {
  const EntityRef = { value: vendor, type: 'Vendor' }
  return {
    entity: 'Purchase',
    daysAgo,
    body: { PaymentType, AccountRef, EntityRef, Line: [spent(category, amount)] },
  }
}

function bill(daysAgo: number, vendor: string, category: string, amount: number): StarterEntry {
  return { entity: 'Bill', daysAgo, body: { VendorRef: { value: vendor }, Line: [spent(category, amount)] } }
}

function spent(category: string, Amount: number): Members {
  return {
    Amount,
    DetailType: 'AccountBasedExpenseLineDetail',
    AccountBasedExpenseLineDetail: { AccountRef: { value: category }, BillableStatus: 'NotBillable' },
  }
}
