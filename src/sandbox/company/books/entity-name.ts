/** The entities of the sandbox company, as the v3 API names them. */
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
  'Preferences',
  'CompanyInfo',
] as const

export type EntityName = (typeof entityNames)[number]
