import type { AccountType } from '../account-types.ts'
import type { BooksView } from '../books-view.ts'
import type { Entity } from '../entity.ts'

/** The oldest active account of a type, as the one that QuickBooks uses where none is named. */
export function accountOfType(type: AccountType, books: Pick<BooksView, 'all'>): Entity | undefined {
  for (const account of books.all('Account')) {
    if (account['AccountType'] === type && account['Active'] !== false) return account
  }
  return undefined
}
