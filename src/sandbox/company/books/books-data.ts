import type { BooksState, CompanySettings, Tombstone } from './books.ts'
import type { IdSpace } from './descriptions/description.ts'
import type { Entity } from './entity.ts'
import type { EntityName } from './entity-name.ts'
import { entityNames } from './entity-name.ts'

/** The books as they stand. Only a draft that was accepted changes them. */
export interface BooksData {
  settings: CompanySettings
  readonly entities: (name: EntityName) => Map<string, Entity>
  readonly deleted: (name: EntityName) => Tombstone[]
  /** What was merged (as `Customer/12`) into which id. */
  readonly merged: Map<string, string>
  readonly nextIds: Map<IdSpace, number>
}

const idSpaces: readonly IdSpace[] = [
  'names',
  'items',
  'accounts',
  'methods',
  'terms',
  'transactions',
  'company',
]

export function booksDataOf({ settings, entities, deleted, merged, nextIds }: BooksState): BooksData {
  return {
    settings,
    entities: forEach((name) => new Map((entities[name] ?? []).map((entity) => [entity.Id, entity]))),
    deleted: forEach((name) => [...(deleted[name] ?? [])]),
    merged: new Map(Object.entries(merged)),
    nextIds: new Map(idSpaces.map((space) => [space, nextIds[space] ?? 1])),
  }
}

function forEach<T>(make: (name: EntityName) => T): (name: EntityName) => T {
  const made = new Map(entityNames.map((name) => [name, make(name)]))
  return (name) => {
    const one = made.get(name)
    if (one === undefined) throw new Error(`The books hold no ${name}`)
    return one
  }
}
