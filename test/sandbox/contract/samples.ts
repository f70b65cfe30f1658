import type { EntityName } from '../../../src/sandbox/company/books/entity-name.ts'
import type { Members } from './clients.ts'

/** What is done with an entity of each kind, and what Intuit documents of its members. */
export interface Sample {
  readonly entity: EntityName
  readonly body: (name: string) => Members
  readonly change: Members
  /** Transactions are deleted; of lists, entries are only made inactive. */
  readonly ends: 'deleted' | 'inactive'
  readonly canBeVoided: boolean
  /** Members that a query can name it by. */
  readonly found: string
  readonly texts: readonly string[]
  readonly numbers: readonly string[]
  readonly dates: readonly string[]
  readonly references: readonly string[]
}

const customer = { value: '1' }
const vendor = { value: '41' }
const checking = { value: '35' }
const officeExpenses = { value: '15' }
const salesLine = {
  Amount: 150,
  Description: 'Custom design',
  DetailType: 'SalesItemLineDetail',
  SalesItemLineDetail: { ItemRef: { value: '4' }, Qty: 2, UnitPrice: 75 },
}
const expenseLine = {
  Amount: 25.5,
  DetailType: 'AccountBasedExpenseLineDetail',
  AccountBasedExpenseLineDetail: { AccountRef: officeExpenses },
}

const list = { ends: 'inactive', canBeVoided: false, dates: [], references: [] } as const
const transaction = { ends: 'deleted', dates: ['TxnDate'], numbers: ['TotalAmt'] } as const

export const samples: readonly Sample[] = [
  {
    ...list,
    entity: 'Customer',
    body: (DisplayName) => ({
      DisplayName,
      GivenName: 'Ada',
      PrimaryEmailAddr: { Address: 'ada@example.com' },
      PrimaryPhone: { FreeFormNumber: '(555) 555-5555' },
      BillAddr: { Line1: '1 Main Street', City: 'Mountain View', PostalCode: '94043' },
    }),
    change: { FamilyName: 'Byron' },
    found: 'DisplayName',
    texts: ['DisplayName', 'FullyQualifiedName', 'PrintOnCheckName'],
    numbers: ['Balance', 'BalanceWithJobs'],
  },
  {
    ...list,
    entity: 'Vendor',
    body: (DisplayName) => ({ DisplayName, CompanyName: 'Nails and Co' }),
    change: { AcctNum: '35372649' },
    found: 'DisplayName',
    texts: ['DisplayName', 'PrintOnCheckName'],
    numbers: ['Balance'],
  },
  {
    ...list,
    entity: 'Employee',
    body: (FamilyName) => ({ GivenName: 'Bill', FamilyName }),
    change: { Title: 'Mr.' },
    found: 'FamilyName',
    texts: ['DisplayName', 'GivenName', 'FamilyName'],
    numbers: [],
  },
  {
    ...list,
    entity: 'Item',
    body: (Name) => ({ Name, Type: 'Service', UnitPrice: 80, IncomeAccountRef: { value: '1' } }),
    change: { Description: 'By the hour' },
    found: 'Name',
    texts: ['Name', 'FullyQualifiedName', 'Type'],
    numbers: ['UnitPrice'],
    references: ['IncomeAccountRef'],
  },
  {
    ...list,
    entity: 'Account',
    body: (Name) => ({ Name, AccountType: 'Expense', AccountSubType: 'OfficeGeneralAdministrativeExpenses' }),
    change: { Description: 'Pencils' },
    found: 'Name',
    texts: ['Name', 'FullyQualifiedName', 'AccountType', 'AccountSubType', 'Classification'],
    numbers: ['CurrentBalance', 'CurrentBalanceWithSubAccounts'],
    references: ['CurrencyRef'],
  },
  {
    ...list,
    entity: 'PaymentMethod',
    body: (Name) => ({ Name, Type: 'CREDIT_CARD' }),
    change: { Type: 'NON_CREDIT_CARD' },
    found: 'Name',
    texts: ['Name', 'Type'],
    numbers: [],
  },
  {
    ...list,
    entity: 'Term',
    body: (Name) => ({ Name, DueDays: 45 }),
    change: { DueDays: 50 },
    found: 'Name',
    texts: ['Name', 'Type'],
    numbers: ['DueDays'],
  },
  {
    ...transaction,
    entity: 'Invoice',
    body: (DocNumber) => ({
      DocNumber,
      TxnDate: '2026-03-02',
      CustomerRef: customer,
      SalesTermRef: { value: '3' },
      Line: [salesLine],
    }),
    change: { PrivateNote: 'From the contract test' },
    canBeVoided: true,
    found: 'DocNumber',
    texts: ['DocNumber'],
    numbers: ['TotalAmt', 'Balance'],
    dates: ['TxnDate', 'DueDate'],
    references: ['CustomerRef', 'SalesTermRef', 'CurrencyRef'],
  },
  {
    ...transaction,
    entity: 'SalesReceipt',
    body: (DocNumber) => ({
      DocNumber,
      CustomerRef: customer,
      DepositToAccountRef: checking,
      Line: [salesLine],
    }),
    change: { PrivateNote: 'From the contract test' },
    canBeVoided: true,
    found: 'DocNumber',
    texts: ['DocNumber'],
    references: ['CustomerRef', 'DepositToAccountRef'],
  },
  {
    ...transaction,
    entity: 'Payment',
    body: (PaymentRefNum) => ({ PaymentRefNum, CustomerRef: customer, TotalAmt: 25 }),
    change: { PrivateNote: 'From the contract test' },
    canBeVoided: true,
    found: 'PaymentRefNum',
    texts: ['PaymentRefNum'],
    numbers: ['TotalAmt', 'UnappliedAmt'],
    references: ['CustomerRef'],
  },
  {
    ...transaction,
    entity: 'CreditMemo',
    body: (DocNumber) => ({ DocNumber, CustomerRef: customer, Line: [salesLine] }),
    change: { PrivateNote: 'From the contract test' },
    canBeVoided: false,
    found: 'DocNumber',
    texts: ['DocNumber'],
    numbers: ['TotalAmt', 'Balance', 'RemainingCredit'],
    references: ['CustomerRef'],
  },
  {
    ...transaction,
    entity: 'RefundReceipt',
    body: (DocNumber) => ({
      DocNumber,
      CustomerRef: customer,
      DepositToAccountRef: checking,
      Line: [salesLine],
    }),
    change: { PrivateNote: 'From the contract test' },
    canBeVoided: true,
    found: 'DocNumber',
    texts: ['DocNumber'],
    references: ['DepositToAccountRef'],
  },
  {
    ...transaction,
    entity: 'Purchase',
    body: (DocNumber) => ({ DocNumber, PaymentType: 'Cash', AccountRef: checking, Line: [expenseLine] }),
    change: { PrivateNote: 'From the contract test' },
    canBeVoided: false,
    found: 'DocNumber',
    texts: ['DocNumber', 'PaymentType'],
    references: ['AccountRef'],
  },
  {
    ...transaction,
    entity: 'Bill',
    body: (DocNumber) => ({ DocNumber, VendorRef: vendor, Line: [expenseLine] }),
    change: { PrivateNote: 'From the contract test' },
    canBeVoided: false,
    found: 'DocNumber',
    texts: ['DocNumber'],
    numbers: ['TotalAmt', 'Balance'],
    dates: ['TxnDate', 'DueDate'],
    references: ['VendorRef', 'APAccountRef'],
  },
  {
    ...transaction,
    entity: 'Deposit',
    body: (PrivateNote) => ({
      PrivateNote,
      DepositToAccountRef: checking,
      Line: [
        { Amount: 20, DetailType: 'DepositLineDetail', DepositLineDetail: { AccountRef: { value: '1' } } },
      ],
    }),
    change: { TxnDate: '2026-03-03' },
    canBeVoided: false,
    found: 'PrivateNote',
    texts: [],
    references: ['DepositToAccountRef'],
  },
]
