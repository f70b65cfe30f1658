import type { BooksView } from '../books-view.ts'
import { totalOf } from '../complete/total-of.ts'
import type { Entity } from '../entity.ts'
import { applicationsOf } from './applications-of.ts'
import { centsOf } from './cents-of.ts'
import { linksOf } from './links-of.ts'

/** What is open of an invoice or a credit memo, in cents, payments deducted; of one payment it may be told as if there were none. */
export function openCents(
  name: 'Invoice' | 'CreditMemo',
  entity: Entity,
  books: Pick<BooksView, 'get'>,
  exceptPayment?: string,
): number {
  const paid = linksOf(entity)
    .filter(({ type, id }) => type === 'Payment' && id !== exceptPayment)
    .flatMap(({ id }) => applicationsOf(books.get('Payment', id) ?? {}))
    .filter(({ type, id }) => type === name && id === entity.Id)
    .reduce((sum, { cents }) => sum + cents, 0)
  return totalOf(name, entity) - centsOf(entity, 'Deposit') - paid
}
