import type { Description } from './description.ts'
import { linkField } from './link-field.ts'
import { transactionMembers } from './transaction-members.ts'

/** What was brought to the bank together: payments and sales receipts, and money from elsewhere. */
export const deposit: Description = {
  name: 'Deposit',
  kind: 'transaction',
  idSpace: 'transactions',
  required: ['DepositToAccountRef', 'Line'],
  fields: {
    class: 'Deposit',
    members: {
      ...transactionMembers,
      DocNumber: { kind: 'text' },
      DepositToAccountRef: { kind: 'reference', to: 'Account', slot: 'deposit-to' },
      TotalAmt: { kind: 'own' },
      CashBack: { kind: 'kept' },
      Line: {
        kind: 'list',
        of: {
          class: 'Line',
          members: {
            Id: { kind: 'text' },
            LineNum: { kind: 'number' },
            Description: { kind: 'text', max: 4000 },
            Amount: { kind: 'number' },
            LinkedTxn: linkField,
            CustomField: { kind: 'kept' },
            LineEx: { kind: 'kept' },
            DetailType: { kind: 'choice', values: ['DepositLineDetail'] },
            DepositLineDetail: {
              kind: 'group',
              of: {
                class: 'DepositLineDetail',
                members: {
                  Entity: { kind: 'reference', to: 'name' },
                  AccountRef: { kind: 'reference', to: 'Account', slot: 'category' },
                  ClassRef: { kind: 'kept' },
                  PaymentMethodRef: { kind: 'reference', to: 'PaymentMethod' },
                  CheckNum: { kind: 'text', max: 21 },
                  TxnType: { kind: 'kept' },
                  TaxCodeRef: { kind: 'kept' },
                  TaxApplicableOn: { kind: 'kept' },
                },
              },
            },
          },
        },
      },
    },
  },
}
