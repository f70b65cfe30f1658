import type { Books } from '../books/books.ts'
import type { EntityName } from '../books/entity-name.ts'
import { refusal } from './refusal.ts'
import type { Told } from './told.ts'

/** One entity by its id. */
export function readEntity(books: Books, entity: EntityName, id: string): Told {
  if (!/^\d{1,20}$/u.test(id)) {
    return refusal({
      code: '2030',
      message: 'Invalid ID',
      detail: `Id should be a valid number. Supplied value:${id}`,
    })
  }
  const found = books.get(entity, id)
  return found === undefined ? { refused: books.notFound(entity, id) } : { members: { [entity]: found } }
}
