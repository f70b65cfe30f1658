import type { BooksView } from '../books-view.ts'
import type { Entity } from '../entity.ts'

/** The account for what was received and not brought to the bank yet. */
export function undepositedFunds(books: Pick<BooksView, 'all'>): Entity | undefined {
  for (const account of books.all('Account')) {
    if (account['AccountSubType'] === 'UndepositedFunds' && account['Active'] !== false) return account
  }
  return undefined
}
