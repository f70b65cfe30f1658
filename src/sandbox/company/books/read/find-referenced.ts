import type { BooksView } from '../books-view.ts'
import type { Target } from '../descriptions/field.ts'
import type { Entity } from '../entity.ts'
import type { EntityName } from '../entity-name.ts'
import type { Reference } from './reference.ts'

const NAMES = ['Customer', 'Vendor', 'Employee'] as const

/** What a reference means; customers, vendors and employees number their entries together, so that it may be another kind than it should. */
export function findReferenced(
  { field, id }: Pick<Reference, 'field' | 'id'>,
  owner: EntityName,
  books: Pick<BooksView, 'get'>,
): { readonly name: EntityName; readonly entity: Entity } | undefined {
  for (const name of listsOf(field.to, owner)) {
    const entity = books.get(name, id)
    if (entity !== undefined) return { name, entity }
  }
  return undefined
}

function listsOf(to: Target, owner: EntityName): readonly EntityName[] {
  switch (to) {
    case 'name':
    case 'Customer':
    case 'Vendor':
    case 'Employee':
      return NAMES
    case 'parent':
      return [owner]
    case 'Item':
    case 'Account':
    case 'PaymentMethod':
    case 'Term':
      return [to]
  }
}
