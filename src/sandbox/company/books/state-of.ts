import type { BooksState } from './books.ts'
import type { BooksData } from './books-data.ts'
import { entityNames } from './entity-name.ts'

/** The books as they can be kept. */
export function stateOf({ settings, entities, deleted, merged, nextIds }: BooksData): BooksState {
  return {
    settings,
    entities: Object.fromEntries(entityNames.map((name) => [name, [...entities(name).values()]])),
    deleted: Object.fromEntries(entityNames.map((name) => [name, [...deleted(name)]])),
    merged: Object.fromEntries(merged),
    nextIds: Object.fromEntries(nextIds),
  }
}
