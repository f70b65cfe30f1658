import type { BooksEntity } from '../quickbooks/books-entity.ts'
import { lineTotal } from './line-total.ts'
import { partnerOf } from './partner-of.ts'

/** Whether a document in the books is about the same client and the same amount as one that is to be written. */
export function isAlike(one: BooksEntity, body: Readonly<Record<string, unknown>>): boolean {
  return partnerOf(one) === partnerOf(body) && lineTotal(one) === lineTotal(body)
}
