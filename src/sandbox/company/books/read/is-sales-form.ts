import type { EntityName } from '../entity-name.ts'

export type SalesForm = 'Invoice' | 'SalesReceipt' | 'CreditMemo' | 'RefundReceipt'

export function isSalesForm(name: EntityName): name is SalesForm {
  return name === 'Invoice' || name === 'SalesReceipt' || name === 'CreditMemo' || name === 'RefundReceipt'
}
