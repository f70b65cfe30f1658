import type { EntityName } from '../books/entity-name.ts'

/** How the values of a column compare. */
export type ColumnKind = 'id' | 'text' | 'number' | 'boolean' | 'date' | 'instant' | 'reference' | 'address'

type Columns = Readonly<Record<string, ColumnKind>>

const every: Columns = {
  Id: 'id',
  'MetaData.CreateTime': 'instant',
  'MetaData.LastUpdatedTime': 'instant',
}
const person: Columns = {
  DisplayName: 'text',
  GivenName: 'text',
  MiddleName: 'text',
  FamilyName: 'text',
  Title: 'text',
  Suffix: 'text',
  PrintOnCheckName: 'text',
  PrimaryEmailAddr: 'address',
  Active: 'boolean',
}
const transaction: Columns = { TxnDate: 'date', TotalAmt: 'number', PrivateNote: 'text' }
const sale: Columns = { ...transaction, DocNumber: 'text', CustomerRef: 'reference' }

const own: Readonly<Record<EntityName, Columns>> = {
  Customer: {
    ...person,
    CompanyName: 'text',
    FullyQualifiedName: 'text',
    Balance: 'number',
    BalanceWithJobs: 'number',
    Job: 'boolean',
    Taxable: 'boolean',
    ParentRef: 'reference',
  },
  Vendor: { ...person, CompanyName: 'text', Balance: 'number', Vendor1099: 'boolean', AcctNum: 'text' },
  Employee: { ...person, EmployeeNumber: 'text' },
  Item: {
    Name: 'text',
    FullyQualifiedName: 'text',
    Description: 'text',
    Sku: 'text',
    Type: 'text',
    Active: 'boolean',
    UnitPrice: 'number',
    IncomeAccountRef: 'reference',
    ExpenseAccountRef: 'reference',
    ParentRef: 'reference',
  },
  Account: {
    Name: 'text',
    FullyQualifiedName: 'text',
    Description: 'text',
    AccountType: 'text',
    AccountSubType: 'text',
    Classification: 'text',
    AcctNum: 'text',
    Active: 'boolean',
    SubAccount: 'boolean',
    CurrentBalance: 'number',
    ParentRef: 'reference',
  },
  PaymentMethod: { Name: 'text', Type: 'text', Active: 'boolean' },
  Term: { Name: 'text', Type: 'text', DueDays: 'number', Active: 'boolean' },
  Invoice: {
    ...sale,
    Balance: 'number',
    DueDate: 'date',
    SalesTermRef: 'reference',
    EmailStatus: 'text',
    PrintStatus: 'text',
  },
  SalesReceipt: {
    ...sale,
    Balance: 'number',
    PaymentRefNum: 'text',
    PaymentMethodRef: 'reference',
    DepositToAccountRef: 'reference',
  },
  Payment: {
    ...transaction,
    CustomerRef: 'reference',
    PaymentRefNum: 'text',
    PaymentMethodRef: 'reference',
    DepositToAccountRef: 'reference',
    UnappliedAmt: 'number',
  },
  CreditMemo: { ...sale, Balance: 'number', RemainingCredit: 'number' },
  RefundReceipt: {
    ...sale,
    Balance: 'number',
    PaymentMethodRef: 'reference',
    DepositToAccountRef: 'reference',
  },
  Purchase: {
    ...transaction,
    DocNumber: 'text',
    PaymentType: 'text',
    AccountRef: 'reference',
    EntityRef: 'reference',
    PaymentMethodRef: 'reference',
  },
  Bill: {
    ...transaction,
    DocNumber: 'text',
    VendorRef: 'reference',
    Balance: 'number',
    DueDate: 'date',
    SalesTermRef: 'reference',
    APAccountRef: 'reference',
  },
  Deposit: { ...transaction, DocNumber: 'text', DepositToAccountRef: 'reference' },
  Preferences: {},
  CompanyInfo: { CompanyName: 'text', LegalName: 'text', Country: 'text' },
}

/** The columns of an entity that conditions and orders may name. */
export function columnsOf(entity: EntityName): Columns {
  return { ...every, ...own[entity] }
}
