/** The kinds of thing in a QuickBooks company that SyncDoctor reads or writes, as the v3 API names them. */
export const entityNames = [
  'Customer',
  'Vendor',
  'Employee',
  'Item',
  'Account',
  'PaymentMethod',
  'Term',
  'Invoice',
  'SalesReceipt',
  'Payment',
  'CreditMemo',
  'RefundReceipt',
  'Purchase',
  'Bill',
  'Deposit',
] as const

export type EntityName = (typeof entityNames)[number]
