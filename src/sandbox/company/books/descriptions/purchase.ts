import { address } from './address.ts'
import type { Description } from './description.ts'
import { expenseLine } from './expense-line.ts'
import { transactionMembers } from './transaction-members.ts'

/** An expense that was paid at once: in cash, by check or by credit card. */
export const purchase: Description = {
  name: 'Purchase',
  kind: 'transaction',
  idSpace: 'transactions',
  required: ['AccountRef', 'PaymentType', 'Line'],
  fields: {
    class: 'Purchase',
    members: {
      ...transactionMembers,
      DocNumber: { kind: 'text' },
      AccountRef: { kind: 'reference', to: 'Account', slot: 'paid-from' },
      PaymentType: { kind: 'choice', values: ['Cash', 'Check', 'CreditCard'] },
      PaymentMethodRef: { kind: 'reference', to: 'PaymentMethod' },
      PaymentRefNum: { kind: 'text', max: 21 },
      EntityRef: { kind: 'reference', to: 'name' },
      RemitToAddr: address,
      Credit: { kind: 'boolean' },
      PrintStatus: { kind: 'choice', values: ['NotSet', 'NeedToPrint', 'PrintComplete'] },
      TotalAmt: { kind: 'own' },
      LinkedTxn: { kind: 'own' },
      Line: expenseLine,
      PurchaseEx: { kind: 'kept' },
      IncludeInAnnualTPAR: { kind: 'kept' },
    },
  },
}
