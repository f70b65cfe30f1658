import type { Description } from './description.ts'
import { salesMembers } from './sales-members.ts'

export const invoice: Description = {
  name: 'Invoice',
  kind: 'transaction',
  idSpace: 'transactions',
  voidable: true,
  required: ['CustomerRef', 'Line'],
  fields: {
    class: 'Invoice',
    members: {
      ...salesMembers,
      DueDate: { kind: 'date' },
      Deposit: { kind: 'number' },
      DepositToAccountRef: { kind: 'reference', to: 'Account', slot: 'deposit-to' },
      ARAccountRef: { kind: 'reference', to: 'Account', slot: 'receivable' },
      AllowIPNPayment: { kind: 'boolean' },
      AllowOnlinePayment: { kind: 'boolean' },
      AllowOnlineCreditCardPayment: { kind: 'boolean' },
      AllowOnlineACHPayment: { kind: 'boolean' },
      EInvoiceStatus: { kind: 'own' },
      InvoiceLink: { kind: 'own' },
      InvoiceStatus: { kind: 'own' },
    },
  },
}
