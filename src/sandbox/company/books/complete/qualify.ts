import type { BooksView } from '../books-view.ts'
import type { EntityName } from '../entity-name.ts'
import { idOf } from '../read/id-of.ts'
import type { Members } from '../read/members.ts'
import { shownName } from '../read/shown-name.ts'

/** An entry's name with those of all above it, and how deep it lies; 0: it has no parent. */
export function qualify(
  owner: EntityName,
  members: Members,
  name: string,
  books: Pick<BooksView, 'get'>,
): { readonly fullName: string; readonly level: number } {
  const parentId = idOf(members, 'ParentRef')
  const parent = parentId === undefined ? undefined : books.get(owner, parentId)
  if (parent === undefined) return { fullName: name, level: 0 }
  const above = parent['Level']
  return {
    fullName: `${shownName(parent)}:${name}`,
    level: typeof above === 'number' ? above + 1 : 1,
  }
}
