import { describe, expect, it } from '@jest/globals'
import {
  accepted,
  amountOf,
  expenseLine,
  feeOf,
  ids,
  invoiceOf,
  salesLine,
  sampleBooks,
} from '../../support/sandbox-books.ts'

describe('Writes to the sandbox company', () => {
  it('an invoice gets what QuickBooks adds', () => {
    const { create } = sampleBooks()
    const line = salesLine(150, ids.design, { Qty: 2, UnitPrice: '75.00' })
    expect(
      create('Invoice', { CustomerRef: { value: 1, name: 'wrong' }, DocNumber: 1781, Line: [line] }),
    ).toEqual({
      Id: '24',
      SyncToken: '0',
      domain: 'QBO',
      sparse: false,
      MetaData: { CreateTime: '2026-03-09T04:00:00-08:00', LastUpdatedTime: '2026-03-09T04:00:00-08:00' },
      DocNumber: '1781',
      TxnDate: '2026-03-09',
      DueDate: '2026-04-08',
      SalesTermRef: { value: '3', name: 'Net 30' },
      CustomerRef: { value: ids.amy, name: "Amy's Bird Sanctuary" },
      CurrencyRef: { value: 'USD', name: 'United States Dollar' },
      Line: [
        {
          Id: '1',
          LineNum: 1,
          Amount: 150,
          DetailType: 'SalesItemLineDetail',
          SalesItemLineDetail: {
            ItemRef: { value: ids.design, name: 'Design' },
            Qty: 2,
            UnitPrice: 75,
            TaxCodeRef: { value: 'NON' },
          },
        },
        { Amount: 150, DetailType: 'SubTotalLineDetail', SubTotalLineDetail: {} },
      ],
      TotalAmt: 150,
      Balance: 150,
      Deposit: 0,
      TxnTaxDetail: { TotalTax: 0 },
      LinkedTxn: [],
      CustomField: [],
      ApplyTaxAfterDiscount: false,
      PrintStatus: 'NeedToPrint',
      EmailStatus: 'NotSet',
      AllowIPNPayment: false,
      AllowOnlinePayment: false,
      AllowOnlineCreditCardPayment: false,
      AllowOnlineACHPayment: false,
    })
  })

  it('discounts come off, taxes come on, and a deposit is paid already', () => {
    const { create } = sampleBooks()
    const discount = {
      Amount: 20,
      DetailType: 'DiscountLineDetail',
      DiscountLineDetail: { PercentBased: true, DiscountPercent: 10 },
    }
    const body = {
      Line: [salesLine(120), salesLine(80), discount],
      TxnTaxDetail: { TotalTax: 9.5 },
      Deposit: 50,
    }
    expect(create('Invoice', invoiceOf(ids.kate, 0, body))).toMatchObject({ TotalAmt: 189.5, Balance: 139.5 })
  })

  it('a sparse update changes what it mentions', () => {
    const { change, clock, create } = sampleBooks()
    const { Id, MetaData } = create('Invoice', invoiceOf(ids.kate, 10, { DocNumber: '7', PrivateNote: 'a' }))
    clock.pass(60_000)
    expect(accepted(change('Invoice', Id, { PrivateNote: 'b' })).entity).toMatchObject({
      PrivateNote: 'b',
      DocNumber: '7',
      TotalAmt: 10,
      SyncToken: '1',
      MetaData: { CreateTime: MetaData.CreateTime, LastUpdatedTime: '2026-03-09T04:01:00-08:00' },
    })
  })

  it('a full update clears what it does not mention, and keeps what QuickBooks works out', () => {
    const { create, current, write } = sampleBooks()
    const { Id } = create('Customer', {
      DisplayName: 'N',
      Notes: 'note',
      PrimaryPhone: { FreeFormNumber: '1' },
    })
    create('Invoice', invoiceOf(Id, 10))
    const sent = { ...current('Customer', Id), Notes: undefined, PrimaryPhone: null, FamilyName: 'Byron' }
    const { entity } = accepted(write('update', 'Customer', sent))
    expect(entity).toMatchObject({ DisplayName: 'N', FamilyName: 'Byron', Balance: 10, Active: true })
    expect(entity).not.toHaveProperty('Notes')
    expect(entity).not.toHaveProperty('PrimaryPhone')
  })

  it('what was read can be sent back as it is, of every kind', () => {
    const { books, write } = sampleBooks()
    for (const name of [
      'Customer',
      'Vendor',
      'Employee',
      'Item',
      'Account',
      'PaymentMethod',
      'Term',
    ] as const) {
      for (const entity of books.all(name)) accepted(write('update', name, entity))
    }
    for (const name of [
      'Invoice',
      'SalesReceipt',
      'Payment',
      'CreditMemo',
      'Purchase',
      'Bill',
      'Deposit',
    ] as const) {
      for (const entity of books.all(name)) {
        const { MetaData: _, SyncToken: __, ...rest } = accepted(write('update', name, entity)).entity
        expect(entity).toMatchObject(rest)
      }
    }
    for (const name of ['Preferences', 'CompanyInfo'] as const) {
      accepted(write('update', name, books.get(name, '1')))
    }
  })

  it('a line keeps its id, and no new one gets the id of another', () => {
    const { change, create } = sampleBooks()
    const { Id } = create('Invoice', invoiceOf(ids.kate, 0, { Line: [salesLine(1), salesLine(2)] }))
    const Line = [
      salesLine(3),
      { ...salesLine(2), Id: '2' },
      { ...salesLine(4), Id: '2' },
      { ...salesLine(5), Id: '99' },
    ]
    expect(accepted(change('Invoice', Id, { Line })).entity['Line']).toMatchObject([
      { Id: '3', LineNum: 1, Amount: 3 },
      { Id: '2', LineNum: 2, Amount: 2 },
      { Id: '4', LineNum: 3, Amount: 4 },
      { Id: '5', LineNum: 4, Amount: 5 },
      { DetailType: 'SubTotalLineDetail', Amount: 14 },
    ])
  })

  it('a void invoice stays, and comes to nothing', () => {
    const { books, create, voidOne } = sampleBooks()
    const { Id } = create('Invoice', invoiceOf(ids.kate, 10, { PrivateNote: 'sent by mail' }))
    expect(accepted(voidOne('Invoice', Id)).entity).toMatchObject({
      TotalAmt: 0,
      Balance: 0,
      PrivateNote: 'Voided - sent by mail',
      SyncToken: '1',
      Line: [{ Amount: 0, SalesItemLineDetail: { Qty: 0, UnitPrice: 0 } }, { Amount: 0 }],
    })
    expect(amountOf(books, 'Customer', ids.kate, 'Balance')).toBe(0)
  })

  it('a deleted transaction is gone, and its id never comes again', () => {
    const { books, clock, create, remove } = sampleBooks()
    const { Id } = create('SalesReceipt', invoiceOf(ids.kate, 10))
    clock.pass(1000)
    const { changes } = accepted(remove('SalesReceipt', Id))
    expect(changes[0]).toEqual({ name: 'SalesReceipt', id: Id, entity: null, cause: 'asked' })
    expect(books.get('SalesReceipt', Id)).toBeUndefined()
    expect(books.deleted('SalesReceipt')).toEqual([
      { Id, status: 'Deleted', MetaData: { LastUpdatedTime: '2026-03-09T04:00:01-08:00' } },
    ])
    expect(create('SalesReceipt', invoiceOf(ids.kate, 10)).Id).not.toBe(Id)
  })

  it('money moves between accounts as it is spent, owed, refunded and earned', () => {
    const { books, create } = sampleBooks()
    const balances = () =>
      [ids.checking, ids.mastercard, ids.payable, ids.sales].map((id) =>
        amountOf(books, 'Account', id, 'CurrentBalance'),
      )
    const before = balances()
    create('Purchase', feeOf(5))
    create('Purchase', feeOf(7, { PaymentType: 'CreditCard', AccountRef: { value: ids.mastercard } }))
    create('Bill', { VendorRef: { value: ids.booksByBessie }, Line: [expenseLine(11)] })
    create('RefundReceipt', { DepositToAccountRef: { value: ids.checking }, Line: [salesLine(3)] })
    const moved = balances().map((after, i) => Math.round((after - (before[i] ?? 0)) * 100) / 100)
    expect(moved).toEqual([-8, -7, -11, 0])
    expect(amountOf(books, 'Vendor', ids.booksByBessie, 'Balance')).toBe(11)
  })

  it('an account gets its type from its sub-type, and its class from both', () => {
    const { create } = sampleBooks()
    expect(create('Account', { Name: 'Clearing', AccountSubType: 'CashOnHand' })).toMatchObject({
      AccountType: 'Bank',
      Classification: 'Asset',
      CurrentBalance: 0,
    })
    expect(create('Account', { Name: 'Fees', AccountType: 'Expense' })).toMatchObject({
      AccountSubType: 'OfficeGeneralAdministrativeExpenses',
      Classification: 'Expense',
    })
  })
})
