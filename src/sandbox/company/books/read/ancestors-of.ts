import type { BooksView } from '../books-view.ts'
import type { Entity } from '../entity.ts'
import type { EntityName } from '../entity-name.ts'
import { idOf } from './id-of.ts'
import type { Members } from './members.ts'

/** All that an entry lies below, the nearest first. */
export function ancestorsOf(
  name: EntityName,
  members: Members,
  books: Pick<BooksView, 'get'>,
): readonly Entity[] {
  const found = new Map<string, Entity>()
  let parentId = idOf(members, 'ParentRef')
  while (parentId !== undefined && !found.has(parentId)) {
    const parent = books.get(name, parentId)
    if (parent === undefined) break
    found.set(parentId, parent)
    parentId = idOf(parent, 'ParentRef')
  }
  return [...found.values()]
}
