import { completePayment } from '../complete/complete-payment.ts'
import { nameReferences } from '../complete/name-references.ts'
import { descriptions } from '../descriptions/descriptions.ts'
import type { Draft } from '../draft.ts'
import type { Entity } from '../entity.ts'
import { homeCurrency } from '../home-currency.ts'
import { centsOf } from '../read/cents-of.ts'
import { idOf } from '../read/id-of.ts'
import { listOf } from '../read/list-of.ts'
import { settle } from './settle.ts'

/**
 * What QuickBooks does where it applies credits automatically: a customer's open credit memos and what is left of
 * payments go to the open invoices, oldest first. A credit memo is applied by a payment of nothing that links both.
 */
export function applyCredits(draft: Draft, customerId: string): void {
  for (const invoice of openOf(draft, 'Invoice', customerId)) {
    for (const memo of openOf(draft, 'CreditMemo', customerId)) applyMemo(draft, invoice.Id, memo.Id)
    for (const payment of leftOver(draft, customerId)) applyPayment(draft, invoice.Id, payment.Id)
  }
}

function openOf(draft: Draft, name: 'Invoice' | 'CreditMemo', customerId: string): readonly Entity[] {
  return [...draft.all(name)].filter(
    (one) => idOf(one, 'CustomerRef') === customerId && centsOf(one, 'Balance') > 0,
  )
}

function leftOver(draft: Draft, customerId: string): readonly Entity[] {
  return [...draft.all('Payment')].filter(
    (one) => idOf(one, 'CustomerRef') === customerId && centsOf(one, 'UnappliedAmt') > 0,
  )
}

function applyMemo(draft: Draft, invoiceId: string, memoId: string): void {
  const [invoice, memo] = [draft.get('Invoice', invoiceId), draft.get('CreditMemo', memoId)]
  const cents = Math.min(centsOf(invoice ?? {}, 'Balance'), centsOf(memo ?? {}, 'Balance'))
  if (invoice === undefined || cents <= 0) return
  const line = (TxnId: string, TxnType: string) => ({ Amount: cents / 100, LinkedTxn: [{ TxnId, TxnType }] })
  const sent = {
    CustomerRef: invoice['CustomerRef'],
    CurrencyRef: homeCurrency,
    TotalAmt: 0,
    PrivateNote: 'Created by QB Online to link credits to charges.',
    Line: [line(invoiceId, 'Invoice'), line(memoId, 'CreditMemo')],
  }
  const members = nameReferences(descriptions.Payment, completePayment(sent, undefined, draft), draft)
  const payment = draft.add('Payment', members, 'own')
  settle(draft, 'Invoice', invoiceId, [payment.Id])
  settle(draft, 'CreditMemo', memoId, [payment.Id])
}

function applyPayment(draft: Draft, invoiceId: string, paymentId: string): void {
  const [invoice, payment] = [draft.get('Invoice', invoiceId), draft.get('Payment', paymentId)]
  const cents = Math.min(centsOf(invoice ?? {}, 'Balance'), centsOf(payment ?? {}, 'UnappliedAmt'))
  if (payment === undefined || cents <= 0) return
  const line = { Amount: cents / 100, LinkedTxn: [{ TxnId: invoiceId, TxnType: 'Invoice' }] }
  const sent = { ...payment, Line: [...listOf(payment, 'Line'), line] }
  draft.change('Payment', paymentId, completePayment(sent, payment, draft), 'own')
  settle(draft, 'Invoice', invoiceId, [paymentId])
}
