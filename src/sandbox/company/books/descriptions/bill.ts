import { address } from './address.ts'
import type { Description } from './description.ts'
import { expenseLine } from './expense-line.ts'
import { transactionMembers } from './transaction-members.ts'

export const bill: Description = {
  name: 'Bill',
  kind: 'transaction',
  idSpace: 'transactions',
  required: ['VendorRef', 'Line'],
  fields: {
    class: 'Bill',
    members: {
      ...transactionMembers,
      DocNumber: { kind: 'text' },
      VendorRef: { kind: 'reference', to: 'Vendor' },
      VendorAddr: address,
      ReplyEmail: { kind: 'kept' },
      APAccountRef: { kind: 'reference', to: 'Account', slot: 'payable' },
      SalesTermRef: { kind: 'reference', to: 'Term' },
      DueDate: { kind: 'date' },
      TotalAmt: { kind: 'own' },
      Balance: { kind: 'own' },
      LinkedTxn: { kind: 'own' },
      Line: expenseLine,
      IncludeInAnnualTPAR: { kind: 'kept' },
    },
  },
}
