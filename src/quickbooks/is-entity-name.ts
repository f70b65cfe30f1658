import type { EntityName } from './entity-name.ts'

const names: Readonly<Record<EntityName, true>> = {
  Customer: true,
  Vendor: true,
  Employee: true,
  Item: true,
  Account: true,
  PaymentMethod: true,
  Term: true,
  Invoice: true,
  SalesReceipt: true,
  Payment: true,
  CreditMemo: true,
  RefundReceipt: true,
  Purchase: true,
  Bill: true,
  Deposit: true,
}

/** Whether QuickBooks has this kind of thing, as far as we know it. */
export function isEntityName(name: string): name is EntityName {
  return Object.hasOwn(names, name)
}
