import type { Money } from '../../domain/money.ts'
import type { Payload } from '../../domain/payload.ts'
import { documentInBooks } from '../../evidence/document-in-books.ts'
import { entryInBooks } from '../../evidence/entry-in-books.ts'
import { lineTotal } from '../../evidence/line-total.ts'
import type { BooksEntity } from '../../quickbooks/books-entity.ts'
import { moneyOf } from './money-of.ts'

/** What a payload holds that people know a record by. */
export interface Written {
  readonly number: string | null
  /** YYYY-MM-DD. */
  readonly date: string | null
  /** Before tax, where the document's own total is not told. */
  readonly money: Money | null
  /** Whom it is about, as the books call that one; null: nobody, or nobody looked. */
  readonly customer: string | null
}

export function writtenOf(
  { body }: Payload,
  currency: string | undefined,
  references: readonly BooksEntity[] = [],
): Written {
  const { DocNumber, TxnDate, TotalAmt, CustomerRef, CurrencyRef } = documentInBooks(body)
  const lines = lineTotal(body)
  const amount = TotalAmt ?? (lines === undefined ? undefined : lines / 100)
  const customer = references
    .map(entryInBooks)
    .find(({ id, DisplayName }) => id === CustomerRef?.value && DisplayName !== undefined)
  return {
    number: DocNumber ?? null,
    date: TxnDate ?? null,
    money: moneyOf(amount, CurrencyRef?.value ?? currency),
    customer: customer?.name ?? null,
  }
}
