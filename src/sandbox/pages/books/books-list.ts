import type { MessageKey } from '../../../messages/translate.ts'
import type { EntityName } from '../../company/books/entity-name.ts'

/** A list of the books as its page shows it. */
export interface BooksList {
  /** In its address, and in the keys of its messages. */
  readonly slug: string
  readonly title: MessageKey
  readonly entity: EntityName
  /** `names` can be made inactive; `documents` have a number and an amount, and can be deleted. */
  readonly kind: 'names' | 'documents'
}

const list = (slug: Slug, entity: EntityName, kind: BooksList['kind']): BooksList => ({
  slug,
  title: `sandbox.books.list.${slug}`,
  entity,
  kind,
})

type Slug =
  | 'customers'
  | 'vendors'
  | 'employees'
  | 'items'
  | 'accounts'
  | 'payment-methods'
  | 'invoices'
  | 'payments'
  | 'credit-memos'
  | 'sales-receipts'
  | 'refund-receipts'
  | 'purchases'

/** The lists with pages, in the order they are offered. */
export const booksLists: readonly BooksList[] = [
  list('customers', 'Customer', 'names'),
  list('vendors', 'Vendor', 'names'),
  list('employees', 'Employee', 'names'),
  list('items', 'Item', 'names'),
  list('accounts', 'Account', 'names'),
  list('payment-methods', 'PaymentMethod', 'names'),
  list('invoices', 'Invoice', 'documents'),
  list('payments', 'Payment', 'documents'),
  list('credit-memos', 'CreditMemo', 'documents'),
  list('sales-receipts', 'SalesReceipt', 'documents'),
  list('refund-receipts', 'RefundReceipt', 'documents'),
  list('purchases', 'Purchase', 'documents'),
]
