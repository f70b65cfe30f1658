import type { Description } from './description.ts'
import { salesMembers } from './sales-members.ts'

export const creditMemo: Description = {
  name: 'CreditMemo',
  kind: 'transaction',
  idSpace: 'transactions',
  required: ['CustomerRef', 'Line'],
  fields: {
    class: 'CreditMemo',
    members: {
      ...salesMembers,
      RemainingCredit: { kind: 'own' },
      InvoiceRef: { kind: 'kept' },
      ARAccountRef: { kind: 'reference', to: 'Account', slot: 'receivable' },
    },
  },
}
