import type { BooksView } from '../books-view.ts'
import type { Description } from '../descriptions/description.ts'
import { findReferenced } from '../read/find-referenced.ts'
import { mapReferences } from '../read/map-references.ts'
import type { Members } from '../read/members.ts'
import { shownName } from '../read/shown-name.ts'

/** The same members, each reference with the name of what it means, as it is called today. */
export function nameReferences(
  { fields, name }: Description,
  members: Members,
  books: Pick<BooksView, 'get'>,
): Members {
  return mapReferences(fields, members, (reference) => {
    const found = findReferenced(reference, name, books)
    const type = reference.field.to === 'name' ? (found?.name ?? reference.type) : undefined
    return {
      value: reference.id,
      ...(found && { name: shownName(found.entity) }),
      ...(type !== undefined && { type }),
    }
  })
}
