import type { Issue } from '../domain/issue.ts'
import type { RecordType } from '../domain/record-type.ts'

/** What a record becomes in QuickBooks, where nobody said otherwise. */
const entities: Readonly<Record<RecordType, string>> = {
  client: 'Customer',
  service: 'Item',
  invoice: 'Invoice',
  payment: 'Payment',
  refund: 'RefundReceipt',
  expense: 'Purchase',
}

/** QuickBooks' name of the kind of thing that an issue's record is. */
export function entityOf({ entity, record }: Pick<Issue, 'entity' | 'record'>): string {
  return entity ?? entities[record.type]
}
