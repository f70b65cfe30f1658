import { describe, expect, it } from '@jest/globals'
import type { Issue } from '../../src/domain/issue.ts'
import { companyWithCases, issueOf } from '../support/case-in-books.ts'

const { add, change, act, remove, refused, look } = await companyWithCases()
let customers = 0

/** A customer with an invoice of 500.00, and a payment of all of it. */
function aCustomer() {
  const customer = add('Customer', { DisplayName: `Client ${(customers += 1)}` })
  const CustomerRef = { value: customer.Id }
  const sale = (Amount: number) => ({
    CustomerRef,
    Line: [{ Amount, DetailType: 'SalesItemLineDetail', SalesItemLineDetail: { ItemRef: { value: '4' } } }],
  })
  return {
    CustomerRef,
    sale,
    paying: (invoiceId: string, amount = 500, total = amount) => ({
      CustomerRef,
      TotalAmt: total,
      TxnDate: '2026-03-02',
      Line: [{ Amount: amount, LinkedTxn: [{ TxnId: invoiceId, TxnType: 'Invoice' }] }],
    }),
  }
}

/** The issue of a payment that QuickBooks refuses. */
async function refusedPayment(body: object): Promise<Issue> {
  const record = { type: 'payment', id: 'pay_1', label: 'Payment' } as const
  const issue = await refused({ entity: 'Payment', body: { ...body }, record })
  expect(issue.item).toBe('amount-below-charges')
  return issue
}

describe('what is open on an invoice', () => {
  it('is less than the payment where a credit was applied by itself, until the credit is taken off', async () => {
    const { sale, paying } = aCustomer()
    act({ act: 'change-settings', settings: { autoApplyCredit: true } })
    const memo = add('CreditMemo', sale(200))
    const invoice = add('Invoice', { ...sale(500), DocNumber: '2001' })
    const issue = await refusedPayment(paying(invoice.Id))
    const before = await look(issue)
    expect(before.fact('invoice-balance')).toMatchObject({
      cause: 'stands',
      recommends: null,
      values: {
        number: '2001',
        amount: '500.00',
        balance: '300.00',
        currency: 'USD',
        isCreditApplied: true,
        credit: '200.00',
        appliesCredits: true,
        isPaid: false,
        isFitting: false,
      },
    })
    expect(before.resync).toMatchObject({ recommended: false, reason: 'cause-stands' })

    act({ act: 'change-settings', settings: { autoApplyCredit: false } })
    remove('CreditMemo', memo.Id)
    const after = await look(issue)
    expect(after.fact('invoice-balance')).toMatchObject({
      cause: 'gone',
      values: { balance: '500.00', isFitting: true, isCreditApplied: false },
    })
    expect(after.resync).toMatchObject({ recommended: true, link: null })
  })

  it('is nothing where the same payment is there already: that is linked', async () => {
    const { sale, paying } = aCustomer()
    const invoice = add('Invoice', sale(500))
    const payment = add('Payment', paying(invoice.Id))
    const { fact, resync } = await look(await refusedPayment(paying(invoice.Id)))
    expect(fact('invoice-balance')).toMatchObject({
      recommends: 'link',
      values: { isPaid: true, payment: '500.00', paymentDate: '2026-03-02', isPartOfPayment: false },
    })
    expect(resync).toMatchObject({ recommended: true, link: { quickbooksId: payment.Id } })
  })

  it('is nothing where a larger payment holds this one: then it is skipped', async () => {
    const { sale, paying } = aCustomer()
    const [first, second] = [add('Invoice', sale(500)), add('Invoice', sale(100))]
    const both = paying(first.Id, 500, 600)
    add('Payment', { ...both, Line: [...both.Line, ...paying(second.Id, 100).Line] })
    const { fact, resync, skip } = await look(await refusedPayment(paying(first.Id)))
    expect(fact('invoice-balance')).toMatchObject({
      recommends: 'skip',
      values: { isPaid: true, isPartOfPayment: true, payment: '600.00' },
    })
    expect(skip).toMatchObject({ recommended: true, reason: null })
    expect(resync).toMatchObject({ recommended: false })
  })

  it('is too little for other reasons too, of which none is made up', async () => {
    const { sale, paying } = aCustomer()
    const invoice = add('Invoice', sale(500))
    add('Payment', paying(invoice.Id, 120))
    const { fact } = await look(await refusedPayment(paying(invoice.Id)))
    expect(fact('invoice-balance')).toMatchObject({
      cause: 'stands',
      recommends: null,
      values: { balance: '380.00', isPaid: false, isCreditApplied: false, isUneven: false },
    })
  })

  it('is enough where the payment itself does not add up', async () => {
    const { sale, paying } = aCustomer()
    const invoice = add('Invoice', sale(500))
    const { fact } = await look(await refusedPayment(paying(invoice.Id, 500, 485)))
    expect(fact('invoice-balance')).toMatchObject({
      cause: 'stands',
      values: { balance: '500.00', isUneven: true },
    })
  })

  it('is unknown where the invoice is gone', async () => {
    const { sale, paying } = aCustomer()
    const invoice = add('Invoice', sale(500))
    add('Payment', paying(invoice.Id, 120))
    const issue = await refusedPayment(paying(invoice.Id))
    remove('Invoice', invoice.Id)
    expect((await look(issue)).fact('invoice-balance')).toMatchObject({
      cause: 'stands',
      values: { isMissing: true, balance: null },
    })
  })
})

describe('an invoice whose total is lowered', () => {
  it('cannot go below what is applied to it, until that is moved off', async () => {
    const { sale, paying } = aCustomer()
    const invoice = add('Invoice', { ...sale(500), DocNumber: '2101' })
    const payment = add('Payment', paying(invoice.Id))
    const issue = await issueOf({
      error:
        "The Amount Received (plus credits) can't be less than the selected charges. Also, the selected charges can't be less than the selected credits.",
      record: {},
      entity: 'Invoice',
      operation: 'update',
      payload: JSON.stringify({ ...sale(400), Id: invoice.Id }),
    })
    const before = await look(issue)
    expect(before.fact('invoice-balance')).toMatchObject({
      cause: 'stands',
      values: { number: '2101', isOverApplied: true, applied: '500.00', amount: '400.00' },
    })
    change('Payment', payment.Id, { TotalAmt: 500, Line: [] })
    const after = await look(issue)
    expect(after.fact('invoice-balance')).toMatchObject({ cause: 'gone', values: { isOverApplied: false } })
    expect(after.resync).toMatchObject({ recommended: true })
  })
})
