import type { Description } from './description.ts'
import { salesMembers } from './sales-members.ts'

export const salesReceipt: Description = {
  name: 'SalesReceipt',
  kind: 'transaction',
  idSpace: 'transactions',
  voidable: true,
  required: ['Line'],
  fields: {
    class: 'SalesReceipt',
    members: {
      ...salesMembers,
      DepositToAccountRef: { kind: 'reference', to: 'Account', slot: 'deposit-to' },
    },
  },
}
