import type { BooksEntity } from '../quickbooks/books-entity.ts'
import type { Query, QuickBooks } from '../quickbooks/quickbooks.ts'
import type { ReadOutcome } from '../quickbooks/read-outcome.ts'

/**
 * Asks a few questions at once; the answers stand in their order. QuickBooks takes so few batches a minute that one costs
 * the turns of a dozen single requests.
 */
export async function askEach(
  books: QuickBooks,
  queries: readonly Query[],
): Promise<ReadOutcome<readonly (readonly BooksEntity[])[]>> {
  const value: (readonly BooksEntity[])[] = []
  for (const answer of await Promise.all(queries.map((query) => books.query(query)))) {
    if (answer.outcome !== 'read') return answer
    value.push(answer.value)
  }
  return { outcome: 'read', value }
}
