import type { BooksView } from '../books-view.ts'
import type { EntityName } from '../entity-name.ts'
import type { Fault } from './fault.ts'

/** How QuickBooks says that there is nothing of this id: what was deleted for good it tells apart. */
export function missingObject(name: EntityName, id: string, books: Pick<BooksView, 'wasDeleted'>): Fault {
  return { name: books.wasDeleted(name, id) ? 'deleted-transaction' : 'inactive-object' }
}
