import { beforeEach, describe, expect, it } from '@jest/globals'
import { createApp } from '../../src/app.ts'
import { createQuickBooks } from '../../src/quickbooks/client/create-quickbooks.ts'
import type { EntityName } from '../../src/quickbooks/entity-name.ts'
import type { QuickBooks } from '../../src/quickbooks/quickbooks.ts'
import type { WriteOutcome } from '../../src/quickbooks/write-outcome.ts'
import { root } from '../../src/root.ts'
import type { CompanySettings, PersonAct } from '../../src/sandbox/company/books/books.ts'
import { fakeAccess } from '../support/fake-access.ts'
import {
  type Body,
  expenseLine,
  feeOf,
  ids,
  invoiceOf,
  paymentOf,
  salesLine,
} from '../support/sandbox-books.ts'
import { startSandbox } from '../support/sandbox.ts'

const { diagnose } = await createApp(root)
const sandbox = await startSandbox()
const { company, address, accessToken } = sandbox
const { realmId, apiUrl } = address
const { access } = fakeAccess({ token: async () => ({ realmId, accessToken }) })
const quickbooks: QuickBooks = createQuickBooks({ apiUrl, access })

let requests = 0

const create = (entity: EntityName, body: Body): Promise<WriteOutcome> =>
  quickbooks.create({ entity, body, requestId: `push-${(requests += 1)}` })
const update = (entity: EntityName, body: Body): Promise<WriteOutcome> =>
  quickbooks.update({ entity, body, requestId: `push-${(requests += 1)}` })
const person = (act: PersonAct) => company.person(realmId, act)
const settings = (changes: Partial<CompanySettings>) => person({ act: 'change-settings', settings: changes })

/** Creates what the push stands on, through the API as well. */
async function made(
  entity: EntityName,
  body: Body,
): Promise<{ readonly Id: string; readonly SyncToken: string }> {
  const outcome = await create(entity, body)
  if (outcome.outcome !== 'succeeded') throw new Error(JSON.stringify(outcome))
  return outcome.entity
}

const tomorrow = '2099-01-01'
const long = (length: number) => 'x'.repeat(length)
const item = (more: Body) => ({
  Name: 'Bookkeeping',
  Type: 'Service',
  IncomeAccountRef: { value: ids.sales },
  ...more,
})

interface Row {
  readonly pushed: string
  readonly push: () => Promise<WriteOutcome>
  readonly code: string
  /** A piece of what QuickBooks says. */
  readonly says: string
  /** The item of the error table that it is; null: none of them. */
  readonly is: string | null
  readonly recordType?: 'client' | 'service' | 'invoice' | 'payment' | 'refund' | 'expense'
}

/** What is pushed, what QuickBooks says to it, and what SyncDoctor makes of that. */
const rows: readonly Row[] = [
  {
    pushed: 'a client with the name of a vendor',
    push: () => create('Customer', { DisplayName: 'Books by Bessie' }),
    code: '6240',
    says: 'The name supplied already exists.',
    is: 'duplicate-name',
  },
  {
    pushed: 'a payment method of the other type',
    push: () => create('PaymentMethod', { Name: 'Credit Card', Type: 'CREDIT_CARD' }),
    code: '6240',
    says: 'The name supplied already exists.',
    is: 'duplicate-name',
  },
  {
    pushed: 'a service with a name that is taken',
    push: () => create('Item', item({ Name: 'Design' })),
    code: '6240',
    says: 'The name supplied already exists.',
    is: 'duplicate-name',
  },
  {
    pushed: 'an invoice of a client that is inactive',
    push: async () => {
      const { Id } = await made('Customer', { DisplayName: 'Northwind LLC' })
      person({ act: 'make-inactive', entity: 'Customer', id: Id })
      return create('Invoice', invoiceOf(Id, 100))
    },
    code: '6250',
    says: 'The customer you have specified has been deleted.',
    is: 'deleted-customer',
  },
  {
    pushed: 'an invoice with a number that is taken',
    push: async () => {
      await made('Invoice', invoiceOf(ids.amy, 100, { DocNumber: '1781' }))
      return create('Invoice', invoiceOf(ids.bill, 100, { DocNumber: '1781' }))
    },
    code: '6140',
    says: 'DocNumber=1781 is assigned to TxnType=Invoice with TxnId=',
    is: 'duplicate-document-number',
  },
  {
    pushed: 'an expense with a number that is taken',
    push: async () => {
      await made('Purchase', feeOf(5, { DocNumber: 'FEE-1' }))
      return create('Purchase', feeOf(6, { DocNumber: 'FEE-1' }))
    },
    code: '6140',
    says: 'DocNumber=FEE-1 is assigned to TxnType=Expense',
    is: 'duplicate-document-number',
    recordType: 'expense',
  },
  {
    pushed: 'an invoice with a service that never was',
    push: () => create('Invoice', { CustomerRef: { value: ids.amy }, Line: [salesLine(100, '9999')] }),
    code: '2500',
    says: 'Invalid Reference Id : Line.SalesItemLineDetail.ItemRef',
    is: 'invalid-reference-id',
  },
  {
    pushed: 'a refund with a service that is inactive',
    push: async () => {
      const { Id } = await made('Item', item({}))
      person({ act: 'make-inactive', entity: 'Item', id: Id })
      const DepositToAccountRef = { value: ids.undepositedFunds }
      return create('RefundReceipt', {
        ...invoiceOf(ids.amy, 100),
        Line: [salesLine(100, Id)],
        DepositToAccountRef,
      })
    },
    code: '2500',
    says: 'Line.SalesItemLineDetail.ItemRef',
    is: 'invalid-reference-id',
    recordType: 'refund',
  },
  {
    pushed: 'a payment of an invoice that a credit has paid in part',
    push: async () => {
      settings({ autoApplyCredit: true })
      await made('CreditMemo', invoiceOf(ids.kate, 200))
      const { Id } = await made('Invoice', invoiceOf(ids.kate, 500))
      return create('Payment', paymentOf(ids.kate, 500, { [Id]: 500 }))
    },
    code: '6000',
    says: "The Amount Received (plus credits) can't be less than the selected charges.",
    is: 'amount-below-charges',
    recordType: 'payment',
  },
  {
    pushed: 'a fee that is paid from an expense account',
    push: () => create('Purchase', feeOf(5, { AccountRef: { value: ids.bankCharges } })),
    code: '6430',
    says: 'Invalid account type: Check your account details before you continue.',
    is: 'invalid-expense-account-type',
    recordType: 'expense',
  },
  {
    pushed: 'a service whose income goes to accounts receivable',
    push: () => create('Item', item({ IncomeAccountRef: { value: ids.receivable } })),
    code: '6430',
    says: "You can't associate a product or service with accounts of certain types",
    is: 'invalid-service-account-type',
    recordType: 'service',
  },
  {
    pushed: 'a service with a name of 110 characters',
    push: () => create('Item', item({ Name: long(110) })),
    code: '2050',
    says: 'Min:0 Max:100 supported. Supplied length:110',
    is: 'unsupported-string-length',
    recordType: 'service',
  },

  // From here on: what the error table does not have, and what must not be taken for one of its items.
  {
    pushed: 'an invoice of a client that is inactive, in a company that names it',
    push: async () => {
      settings({ inactiveCustomerFault: '2500-restore' })
      const { Id } = await made('Customer', { DisplayName: 'Northwind LLC' })
      person({ act: 'make-inactive', entity: 'Customer', id: Id })
      return create('Invoice', invoiceOf(Id, 100))
    },
    code: '2500',
    says: 'you must restore Northwind LLC (deleted)',
    is: null,
  },
  {
    pushed: 'an invoice of a client that is inactive, in a company that does not say what is',
    push: async () => {
      settings({ inactiveCustomerFault: '610' })
      const { Id } = await made('Customer', { DisplayName: 'Northwind LLC' })
      person({ act: 'make-inactive', entity: 'Customer', id: Id })
      return create('Invoice', invoiceOf(Id, 100))
    },
    code: '610',
    says: "Something you're trying to use has been made inactive.",
    is: null,
  },
  {
    pushed: 'an invoice of a client that never was',
    push: () => create('Invoice', invoiceOf('9999', 100)),
    code: '2500',
    says: 'Names element id 9999 not found',
    is: null,
  },
  {
    pushed: 'a deposit to an account that never was',
    push: () => create('Payment', { ...paymentOf(ids.amy, 5, {}), DepositToAccountRef: { value: '9999' } }),
    code: '2500',
    says: 'Accounts element id 9999 not found',
    is: null,
    recordType: 'payment',
  },
  {
    pushed: 'an invoice of a category',
    push: async () => {
      const { Id } = await made('Item', { Name: 'All of it', Type: 'Category' })
      return create('Invoice', { CustomerRef: { value: ids.amy }, Line: [salesLine(100, Id)] })
    },
    code: '2500',
    says: 'ategor',
    is: null,
  },
  {
    pushed: 'an invoice of a client by name',
    push: () => create('Invoice', invoiceOf('Northwind LLC', 100)),
    code: '2030',
    says: 'Id should be a valid number. Supplied value:Northwind LLC',
    is: null,
  },
  {
    pushed: 'a service without an income account',
    push: () => create('Item', { Name: 'Bookkeeping', Type: 'Service' }),
    code: '2020',
    says: 'is missing in the request',
    is: null,
    recordType: 'service',
  },
  {
    pushed: 'a fee that does not say what it is paid from',
    push: () => create('Purchase', { PaymentType: 'Cash', Line: [expenseLine(5)] }),
    code: '2020',
    says: 'Required parameter AccountRef is missing in the request',
    is: null,
    recordType: 'expense',
  },
  {
    pushed: 'a client with a colon in its name',
    push: () => create('Customer', { DisplayName: 'Northwind:East' }),
    code: '2040',
    says: 'Element contains invalid characters.',
    is: null,
    recordType: 'client',
  },
  {
    pushed: 'a member that QuickBooks does not know',
    push: () => create('Customer', { DisplayName: 'Northwind LLC', Colour: 'blue' }),
    code: '2010',
    says: 'Unrecognized field "Colour"',
    is: null,
    recordType: 'client',
  },
  {
    pushed: 'a memo of 1,001 characters',
    push: () => create('Invoice', invoiceOf(ids.amy, 100, { CustomerMemo: { value: long(1_001) } })),
    code: '2050',
    says: 'Max:1,000 supported. Supplied length:1,001',
    is: null,
  },
  {
    pushed: 'a client with half an e-mail address',
    push: () => create('Customer', { DisplayName: 'Northwind LLC', PrimaryEmailAddr: { Address: 'north@' } }),
    code: '2210',
    says: "doesn't conform to RFC 822",
    is: null,
    recordType: 'client',
  },
  {
    pushed: 'an item of a type that is none',
    push: () => create('Item', item({ Type: 'Idea' })),
    code: '2170',
    says: 'Invalid Enumeration',
    is: null,
    recordType: 'service',
  },
  {
    pushed: 'a date that is none',
    push: () => create('Invoice', invoiceOf(ids.amy, 100, { TxnDate: '31.12.2026' })),
    code: '2060',
    says: '31.12.2026',
    is: null,
  },
  {
    pushed: 'a line that is not price times quantity',
    push: () =>
      create('Invoice', {
        CustomerRef: { value: ids.amy },
        Line: [salesLine(58, ids.design, { Qty: 3, UnitPrice: 19 })],
      }),
    code: '6070',
    says: 'Amount is not equal to UnitPrice * Qty. Supplied value:58',
    is: null,
  },
  {
    pushed: 'an invoice without lines',
    push: () => create('Invoice', { CustomerRef: { value: ids.amy }, Line: [] }),
    code: '6000',
    says: 'Add a line item to continue.',
    is: null,
  },
  {
    pushed: 'an invoice of less than nothing',
    push: () => create('Invoice', { CustomerRef: { value: ids.amy }, Line: [salesLine(5), salesLine(-6)] }),
    code: '6000',
    says: 'You must specify a transaction amount that is 0 or greater.',
    is: null,
  },
  {
    pushed: 'an invoice in another currency',
    push: () => create('Invoice', invoiceOf(ids.amy, 100, { CurrencyRef: { value: 'EUR' } })),
    code: '6000',
    says: 'The currency of the transaction is invalid',
    is: null,
  },
  {
    pushed: 'an invoice without a tax rate where one is required',
    push: () => {
      settings({ taxRateRequired: true })
      return create('Invoice', invoiceOf(ids.amy, 100))
    },
    code: '6000',
    says: 'GST/HST rate before you save.',
    is: null,
  },
  {
    pushed: "a payment of another client's invoice",
    push: async () => {
      const { Id } = await made('Invoice', invoiceOf(ids.amy, 100))
      return create('Payment', paymentOf(ids.kate, 100, { [Id]: 100 }))
    },
    code: '620',
    says: "can't be linked",
    is: null,
    recordType: 'payment',
  },
  {
    pushed: 'an invoice of a day in closed books',
    push: () => {
      settings({ bookCloseDate: tomorrow })
      return create('Invoice', invoiceOf(ids.amy, 100))
    },
    code: '6200',
    says: 'closed',
    is: null,
  },
  {
    pushed: 'an invoice of a day in books that are closed with a password',
    push: () => {
      settings({ bookCloseDate: tomorrow, bookClosePassword: true })
      return create('Invoice', invoiceOf(ids.amy, 100))
    },
    code: '6210',
    says: 'The account period has closed',
    is: null,
  },
  {
    pushed: 'anything once the subscription has ended',
    push: () => {
      settings({ subscription: 'ended' })
      return create('Customer', { DisplayName: 'Northwind LLC' })
    },
    code: '6190',
    says: 'Subscription period has ended or canceled',
    is: null,
    recordType: 'client',
  },
  {
    pushed: 'a change of what somebody else has changed',
    push: async () => {
      const { Id } = await made('Customer', { DisplayName: 'Northwind LLC' })
      const change = { Id, SyncToken: '0', sparse: true }
      await update('Customer', { ...change, CompanyName: 'Northwind' })
      return update('Customer', { ...change, CompanyName: 'North' })
    },
    code: '5010',
    says: 'Stale Object Error',
    is: null,
    recordType: 'client',
  },
  {
    pushed: 'a change of what was deleted',
    push: async () => {
      const { Id, SyncToken } = await made('Invoice', invoiceOf(ids.amy, 100))
      company.write(realmId, { operation: 'delete', entity: 'Invoice', body: { Id, SyncToken } })
      return update('Invoice', { Id, SyncToken, ...invoiceOf(ids.amy, 120) })
    },
    code: '610',
    says: 'Another user has deleted this transaction.',
    is: null,
  },
  {
    pushed: 'a change of a payment that is in a deposit',
    push: async () => {
      const payment = paymentOf(ids.amy, 100, {})
      const { Id } = await made('Payment', payment)
      await made('Deposit', {
        DepositToAccountRef: { value: ids.checking },
        Line: [{ Amount: 100, LinkedTxn: [{ TxnId: Id, TxnType: 'Payment', TxnLineId: '0' }] }],
      })
      const { SyncToken = '0' } = company.books(realmId)?.get('Payment', Id) ?? {}
      return update('Payment', { Id, SyncToken, ...payment, TotalAmt: 120 })
    },
    code: '6540',
    says: 'This transaction has been deposited.',
    is: null,
    recordType: 'payment',
  },
  {
    pushed: 'that a client with a balance is to be inactive',
    push: async () => {
      const { Id } = await made('Customer', { DisplayName: 'Northwind LLC' })
      await made('Invoice', invoiceOf(Id, 100))
      const { SyncToken = '0' } = company.books(realmId)?.get('Customer', Id) ?? {}
      return update('Customer', { Id, SyncToken, sparse: true, Active: false })
    },
    code: '6220',
    says: 'open balance',
    is: null,
    recordType: 'client',
  },
  {
    pushed: 'a bill whose vendor is a customer',
    push: () => create('Bill', { VendorRef: { value: ids.amy }, Line: [expenseLine(5)] }),
    code: '6000',
    says: 'The type of name assigned to this transaction',
    is: null,
    recordType: 'expense',
  },
]

beforeEach(() => company.reset())

describe('What is pushed through node-quickbooks', () => {
  it.each(rows)(
    '$pushed is refused with $code, and is $is',
    async ({ push, code, says, is, recordType = 'invoice' }) => {
      const outcome = await push()
      if (outcome.outcome !== 'refused') throw new Error(JSON.stringify(outcome))
      const { refusal } = outcome
      expect(refusal.faults.map((fault) => fault.code)).toContain(code)
      expect(`${refusal.faults[0]?.message} ${refusal.faults[0]?.detail}`).toContain(says)
      const { error, httpStatus } = refusal
      const diagnosis = await diagnose({ error, httpStatus, recordType })
      expect(diagnosis.item?.slug ?? null).toBe(is)
      expect(diagnosis.faults[0]?.code).toBe(refusal.faults[0]?.code)
    },
  )

  it('meets eight items of the error table and at least 25 other faults', () => {
    const items = new Set(rows.flatMap(({ is }) => is ?? []))
    const others = new Set(rows.flatMap(({ is, code, says }) => (is === null ? [`${code} ${says}`] : [])))
    expect(items.size).toBe(8)
    expect(others.size).toBeGreaterThanOrEqual(25)
  })
})
