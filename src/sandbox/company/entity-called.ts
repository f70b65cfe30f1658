import type { EntityName } from './books/entity-name.ts'

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
  Preferences: true,
  CompanyInfo: true,
}
const byLowerCase = new Map(Object.keys(names).map((name) => [name.toLowerCase(), name as EntityName]))

/** The entity a client means; QuickBooks does not mind the case. */
export function entityCalled(name: string): EntityName | undefined {
  return byLowerCase.get(name.toLowerCase())
}
