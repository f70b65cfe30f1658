import type { DatabaseSyncInstance } from '@photostructure/sqlite'
import type { Books, BooksChange, BooksState, Tombstone } from '../books/books.ts'
import type { Entity } from '../books/entity.ts'
import type { EntityName } from '../books/entity-name.ts'

interface EntityRow {
  readonly name: EntityName
  readonly doc: string
}

/** Keeps the books of the companies: entity by entity, so that a change costs no more than itself. */
export function createRealmState(database: DatabaseSyncInstance) {
  const insertRealm = database.prepare('INSERT INTO company_realms (id, state) VALUES (?, ?)')
  const updateRealm = database.prepare('UPDATE company_realms SET state = ?2 WHERE id = ?1')
  const findRealm = database.prepare('SELECT state FROM company_realms WHERE id = ?')
  const allRealms = database.prepare('SELECT id FROM company_realms ORDER BY rowid')
  const entities = database.prepare('SELECT name, doc FROM company_entities WHERE realm = ? ORDER BY seq')
  const deleted = database.prepare('SELECT name, doc FROM company_deleted WHERE realm = ? ORDER BY seq')
  const keepEntity = database.prepare(
    `INSERT INTO company_entities (realm, name, id, doc) VALUES (?, ?, ?, ?)
       ON CONFLICT (realm, name, id) DO UPDATE SET doc = excluded.doc`,
  )
  const findEntity = database.prepare(
    'SELECT 1 FROM company_entities WHERE realm = ? AND name = ? AND id = ?',
  )
  const dropEntity = database.prepare('DELETE FROM company_entities WHERE realm = ? AND name = ? AND id = ?')
  const keepDeleted = database.prepare(
    `INSERT INTO company_deleted (realm, name, id, doc) VALUES (?, ?, ?, ?)
       ON CONFLICT (realm, name, id) DO UPDATE SET doc = excluded.doc`,
  )
  const clear = (realmId: string): void => {
    for (const table of ['entities', 'deleted', 'answers']) {
      database.prepare(`DELETE FROM company_${table} WHERE realm = ?`).run(realmId)
    }
  }
  const keepAll = (realmId: string, { entities: all, deleted: gone }: BooksState): void => {
    for (const [name, list] of Object.entries(all)) {
      for (const entity of list) keepEntity.run(realmId, name, entity.Id, JSON.stringify(entity))
    }
    for (const [name, list] of Object.entries(gone)) {
      for (const one of list) keepDeleted.run(realmId, name, one.Id, JSON.stringify(one))
    }
  }

  return {
    ids: (): readonly string[] =>
      (allRealms.all() as unknown as readonly { readonly id: string }[]).map(({ id }) => id),

    /** Undefined: there is no such company. */
    read(realmId: string): BooksState | undefined {
      const row = findRealm.get(realmId) as { readonly state: string } | undefined
      if (row === undefined) return undefined
      return {
        ...(JSON.parse(row.state) as Omit<BooksState, 'entities' | 'deleted'>),
        entities: byName<Entity>(entities.all(realmId)),
        deleted: byName<Tombstone>(deleted.all(realmId)),
      }
    },

    has: (realmId: string, { name, id }: Pick<BooksChange, 'name' | 'id'>): boolean =>
      findEntity.get(realmId, name, id) !== undefined,

    add(realmId: string, state: BooksState): void {
      insertRealm.run(realmId, restOf(state))
      keepAll(realmId, state)
    },

    /** Puts these books in the place of those that are there. */
    replace(realmId: string, state: BooksState): void {
      clear(realmId)
      updateRealm.run(realmId, restOf(state))
      keepAll(realmId, state)
    },

    /** Keeps what the books just changed. */
    keep(realmId: string, books: Books, changes: readonly BooksChange[]): void {
      for (const { name, id, entity } of changes) {
        if (entity !== null) {
          keepEntity.run(realmId, name, id, JSON.stringify(entity))
          continue
        }
        dropEntity.run(realmId, name, id)
        const gone = books.deleted(name).find((one) => one.Id === id)
        if (gone !== undefined) keepDeleted.run(realmId, name, id, JSON.stringify(gone))
      }
      updateRealm.run(realmId, restOf(books.state()))
    },
  }
}

export type RealmState = ReturnType<typeof createRealmState>

function restOf({ entities, deleted, ...rest }: BooksState): string {
  return JSON.stringify(rest)
}

function byName<T>(rows: readonly EntityRow[]): Partial<Record<EntityName, T[]>> {
  const all: Partial<Record<EntityName, T[]>> = {}
  for (const { name, doc } of rows) (all[name] ??= []).push(JSON.parse(doc) as T)
  return all
}
