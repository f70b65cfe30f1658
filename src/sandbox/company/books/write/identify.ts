import type { BooksView } from '../books-view.ts'
import type { Description } from '../descriptions/description.ts'
import type { Entity } from '../entity.ts'
import type { Fault } from '../faults/fault.ts'
import { missingObject } from '../faults/missing-object.ts'
import type { Members } from '../read/members.ts'
import { textOf } from '../read/text-of.ts'

/** Who else works in these books, as QuickBooks names the user whose change came first. */
const OTHER_USER = 'Craig Carlson'

/** What a change, a deletion or a void means; refused, if it is not there, or was changed since it was read. */
export function identify(
  { name }: Description,
  members: Members,
  books: BooksView,
): { readonly entity: Entity } | { readonly fault: Fault } {
  const id = textOf(members, 'Id')
  if (id === undefined) return missing('Id')
  if (!/^\d{1,19}$/u.test(id)) return { fault: { name: 'invalid-id', values: { value: id }, element: 'Id' } }
  const entity = books.get(name, id)
  if (entity === undefined) return { fault: missingObject(name, id, books) }
  const token = textOf(members, 'SyncToken')
  if (token === undefined) return missing('SyncToken')
  return token === entity.SyncToken
    ? { entity }
    : { fault: { name: 'stale-object', values: { user: OTHER_USER } } }
}

function missing(parameter: string): { readonly fault: Fault } {
  return { fault: { name: 'missing-parameter', values: { parameter }, element: parameter } }
}
