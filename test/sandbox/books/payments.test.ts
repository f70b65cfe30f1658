import { describe, expect, it } from '@jest/globals'
import { accepted, amountOf, ids, invoiceOf, paymentOf, sampleBooks } from '../../support/sandbox-books.ts'

describe('Payments in the sandbox company', () => {
  it('a payment pays what it is applied to, and the rest is the customer’s credit', () => {
    const { books, create, current } = sampleBooks()
    const invoice = create('Invoice', invoiceOf(ids.kate, 100))
    const payment = create('Payment', paymentOf(ids.kate, 150, { [invoice.Id]: 60 }))
    expect(payment).toMatchObject({
      TotalAmt: 150,
      UnappliedAmt: 90,
      DepositToAccountRef: { name: 'Undeposited Funds' },
    })
    expect(current('Invoice', invoice.Id)).toMatchObject({
      Balance: 40,
      LinkedTxn: [{ TxnId: payment.Id, TxnType: 'Payment' }],
      SyncToken: '1',
    })
    expect(amountOf(books, 'Customer', ids.kate, 'Balance')).toBe(-50)
  })

  it('a payment that is changed, made void or deleted gives back what it paid', () => {
    const { books, change, create, remove, voidOne } = sampleBooks()
    const { Id } = create('Invoice', invoiceOf(ids.kate, 100))
    const open = () => amountOf(books, 'Invoice', Id, 'Balance')
    const first = create('Payment', paymentOf(ids.kate, 100, { [Id]: 100 }))
    expect(open()).toBe(0)
    accepted(change('Payment', first.Id, paymentOf(ids.kate, 30, { [Id]: 30 })))
    expect(open()).toBe(70)
    expect(accepted(voidOne('Payment', first.Id)).entity).toMatchObject({
      TotalAmt: 0,
      Line: [],
      PrivateNote: 'Voided',
    })
    expect(open()).toBe(100)
    const second = create('Payment', paymentOf(ids.kate, 20, { [Id]: 20 }))
    expect(open()).toBe(80)
    remove('Payment', second.Id)
    expect(open()).toBe(100)
    expect(books.get('Invoice', Id)?.['LinkedTxn']).toEqual([])
    expect(books.deleted('Payment')).toMatchObject([{ Id: second.Id, status: 'Deleted' }])
  })

  it('a payment keeps its money when its invoice is made void, deleted or cut', () => {
    const { books, change, create, remove, voidOne } = sampleBooks()
    const invoices = ['void', 'deleted', 'cut'].map(() => create('Invoice', invoiceOf(ids.kate, 100)).Id)
    const [voided = '', deleted = '', cut = ''] = invoices
    const { Id } = create('Payment', paymentOf(ids.kate, 300, { [voided]: 100, [deleted]: 100, [cut]: 100 }))
    expect(accepted(voidOne('Invoice', voided)).entity).toMatchObject({
      TotalAmt: 0,
      Balance: 0,
      PrivateNote: 'Voided',
    })
    expect(amountOf(books, 'Payment', Id, 'UnappliedAmt')).toBe(100)
    remove('Invoice', deleted)
    expect(amountOf(books, 'Payment', Id, 'UnappliedAmt')).toBe(200)
    change('Invoice', cut, { Line: invoiceOf(ids.kate, 25)['Line'] })
    expect(amountOf(books, 'Payment', Id, 'UnappliedAmt')).toBe(275)
    expect(amountOf(books, 'Customer', ids.kate, 'Balance')).toBe(-275)
  })

  it('a credit is applied by itself, by a payment of nothing that links both', () => {
    const { create, current, books, write } = sampleBooks({ autoApplyCredit: true })
    const memo = create('CreditMemo', invoiceOf(ids.kate, 200))
    const { entity: invoice, changes } = accepted(write('create', 'Invoice', invoiceOf(ids.kate, 500)))
    const link = changes.find(({ name }) => name === 'Payment')
    expect(link).toMatchObject({ cause: 'own', entity: { TotalAmt: 0, UnappliedAmt: 0 } })
    expect(link?.entity?.['Line']).toMatchObject([
      { Amount: 200, LinkedTxn: [{ TxnId: invoice.Id, TxnType: 'Invoice' }] },
      { Amount: 200, LinkedTxn: [{ TxnId: memo.Id, TxnType: 'CreditMemo' }] },
    ])
    expect(invoice['Balance']).toBe(300)
    expect(current('CreditMemo', memo.Id)).toMatchObject({ Balance: 0, RemainingCredit: 0, TotalAmt: 200 })
    expect(amountOf(books, 'Customer', ids.kate, 'Balance')).toBe(300)
  })

  it('what is left of a payment is applied by itself, too', () => {
    const { create, current } = sampleBooks({ autoApplyCredit: true })
    const payment = create('Payment', paymentOf(ids.kate, 80, {}))
    expect(create('Invoice', invoiceOf(ids.kate, 100))['Balance']).toBe(20)
    expect(current('Payment', payment.Id)['UnappliedAmt']).toBe(0)
  })

  it('a credit is not applied by itself where nobody wants it', () => {
    const { create } = sampleBooks()
    create('CreditMemo', invoiceOf(ids.kate, 200))
    expect(create('Invoice', invoiceOf(ids.kate, 500))['Balance']).toBe(500)
  })

  it('a link between credit and invoice goes with either of them', () => {
    const { books, create, remove } = sampleBooks({ autoApplyCredit: true })
    const memo = create('CreditMemo', invoiceOf(ids.kate, 200))
    const invoice = create('Invoice', invoiceOf(ids.kate, 500))
    const before = books.all('Payment').length
    const { changes } = accepted(remove('CreditMemo', memo.Id))
    expect(changes.find(({ name }) => name === 'Payment')).toMatchObject({ entity: null, cause: 'own' })
    expect(books.all('Payment').length).toBe(before - 1)
    expect(amountOf(books, 'Invoice', invoice.Id, 'Balance')).toBe(500)
  })

  it('a payment goes to the bank with a deposit, and is free again without it', () => {
    const { books, change, create, remove } = sampleBooks()
    const funds = () => amountOf(books, 'Account', ids.undepositedFunds, 'CurrentBalance')
    const bank = () => amountOf(books, 'Account', ids.checking, 'CurrentBalance')
    const [fundsBefore, bankBefore] = [funds(), bank()]
    const { Id } = create('Payment', paymentOf(ids.kate, 80, {}))
    expect(funds()).toBe(fundsBefore + 80)
    const deposit = create('Deposit', {
      DepositToAccountRef: { value: ids.checking },
      Line: [{ Amount: 80, LinkedTxn: [{ TxnId: Id, TxnType: 'Payment', TxnLineId: '0' }] }],
    })
    expect([funds(), bank()]).toEqual([fundsBefore, bankBefore + 80])
    remove('Deposit', deposit.Id)
    expect([funds(), bank()]).toEqual([fundsBefore + 80, bankBefore])
    accepted(change('Payment', Id, { TotalAmt: 90 }))
  })

  it('a person who makes a customer inactive leaves a credit memo behind', () => {
    const { act, books, create } = sampleBooks()
    create('Invoice', invoiceOf(ids.kate, 120))
    const { entity, changes } = accepted(act({ act: 'make-inactive', entity: 'Customer', id: ids.kate }))
    expect(entity).toMatchObject({ Active: false, Balance: 0, DisplayName: 'Kate Whelan (deleted)' })
    expect(changes.find(({ name }) => name === 'CreditMemo')).toMatchObject({
      cause: 'own',
      entity: { TotalAmt: 120, RemainingCredit: 120, CustomerRef: { value: ids.kate } },
    })
    accepted(act({ act: 'make-active', entity: 'Customer', id: ids.kate }))
    expect(books.all('CreditMemo').at(-1)).toMatchObject({ RemainingCredit: 120 })
  })

  it('a customer in credit is balanced by an invoice, and no other entry is', () => {
    const { act, create } = sampleBooks()
    create('Payment', paymentOf(ids.kate, 40, {}))
    const { changes } = accepted(act({ act: 'make-inactive', entity: 'Customer', id: ids.kate }))
    expect(changes.find(({ name }) => name === 'Invoice')).toMatchObject({ entity: { TotalAmt: 40 } })
    expect(act({ act: 'make-inactive', entity: 'Vendor', id: ids.nortonLumber })).toMatchObject({
      refused: { faults: [{ code: '6220' }] },
    })
  })
})
