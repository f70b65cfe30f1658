import type { BooksView } from '../books-view.ts'
import type { EntityName } from '../entity-name.ts'
import { ancestorsOf } from '../read/ancestors-of.ts'
import type { Members } from '../read/members.ts'
import { shownName } from '../read/shown-name.ts'

/** An entry's name with those of all above it, and how deep it lies; 0: it has no parent. */
export function qualify(
  owner: EntityName,
  members: Members,
  name: string,
  books: Pick<BooksView, 'get'>,
): { readonly fullName: string; readonly level: number } {
  const above = ancestorsOf(owner, members, books)
  const [parent] = above
  return { fullName: parent === undefined ? name : `${shownName(parent)}:${name}`, level: above.length }
}
