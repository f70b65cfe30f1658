import type { Description } from './description.ts'
import { linkField } from './link-field.ts'
import { transactionMembers } from './transaction-members.ts'

export const payment: Description = {
  name: 'Payment',
  kind: 'transaction',
  idSpace: 'transactions',
  voidable: true,
  required: ['CustomerRef'],
  fields: {
    class: 'Payment',
    members: {
      ...transactionMembers,
      CustomerRef: { kind: 'reference', to: 'Customer' },
      TotalAmt: { kind: 'number' },
      UnappliedAmt: { kind: 'own' },
      DepositToAccountRef: { kind: 'reference', to: 'Account', slot: 'deposit-to' },
      ARAccountRef: { kind: 'reference', to: 'Account', slot: 'receivable' },
      PaymentMethodRef: { kind: 'reference', to: 'PaymentMethod' },
      PaymentRefNum: { kind: 'text', max: 21 },
      PaymentType: { kind: 'kept' },
      CreditCardPayment: { kind: 'kept' },
      ProcessPayment: { kind: 'boolean' },
      LinkedTxn: { kind: 'own' },
      Line: {
        kind: 'list',
        of: {
          class: 'Line',
          members: {
            Id: { kind: 'text' },
            LineNum: { kind: 'number' },
            Description: { kind: 'text', max: 4000 },
            Amount: { kind: 'number' },
            DetailType: { kind: 'kept' },
            LinkedTxn: linkField,
            LineEx: { kind: 'kept' },
          },
        },
      },
    },
  },
}
