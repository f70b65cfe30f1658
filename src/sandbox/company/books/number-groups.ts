import type { EntityName } from './entity-name.ts'
import { idOf } from './read/id-of.ts'
import type { Members } from './read/members.ts'

/** Documents whose numbers QuickBooks keeps apart. */
export interface NumberGroup {
  readonly of: readonly EntityName[]
  /** What must also be the same for two numbers to clash. */
  readonly within: (members: Members) => string
}

const sales: NumberGroup = {
  of: ['Invoice', 'SalesReceipt', 'CreditMemo', 'RefundReceipt'],
  within: () => '',
}

/** The documents that share their numbers with this kind. */
export const numberGroups: Readonly<Partial<Record<EntityName, NumberGroup>>> = {
  Invoice: sales,
  SalesReceipt: sales,
  CreditMemo: sales,
  RefundReceipt: sales,
  Purchase: { of: ['Purchase'], within: () => '' },
  // The number is the vendor's own.
  Bill: { of: ['Bill'], within: (bill) => idOf(bill, 'VendorRef') ?? '' },
}
