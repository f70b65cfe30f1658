import type { Description } from './description.ts'
import { salesMembers } from './sales-members.ts'

export const refundReceipt: Description = {
  name: 'RefundReceipt',
  kind: 'transaction',
  idSpace: 'transactions',
  voidable: true,
  required: ['DepositToAccountRef', 'Line'],
  fields: {
    class: 'RefundReceipt',
    members: {
      ...salesMembers,
      // Named as if money went in; it is where the refund is paid from.
      DepositToAccountRef: { kind: 'reference', to: 'Account', slot: 'refund-from' },
      CheckPayment: { kind: 'kept' },
    },
  },
}
