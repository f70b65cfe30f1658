import type { DatabaseSyncInstance, StatementSyncInstance } from '@photostructure/sqlite'
import { isDeepStrictEqual } from 'node:util'
import type { CollectionDesign } from '../collection-design.ts'
import type { Collection, PageQuery, Stored, Tally, TallyQuery, Value, Versioned } from '../collection.ts'
import { exactSum } from '../exact-sum.ts'
import { createTables } from './create-tables.ts'
import { pageSql } from './page-sql.ts'
import { tallySql } from './tally-sql.ts'

interface Row {
  readonly version: number
  readonly doc: string
}

interface Words {
  readonly scope: string
  readonly words: string
}

/** A collection in a SQLite file: JSON documents, a generated column for each field, and a side table of words. */
export function createSqliteCollection<T extends Stored, F extends string>(
  database: DatabaseSyncInstance,
  design: CollectionDesign<F>,
): Collection<T, F> {
  createTables(database, design)
  const { name, words } = design
  const prepared = new Map<string, StatementSyncInstance>()
  const statement = (sql: string): StatementSyncInstance => {
    const known = prepared.get(sql)
    if (known !== undefined) return known
    const made = database.prepare(sql)
    prepared.set(sql, made)
    return made
  }

  const insert = (doc: T): boolean =>
    changed(
      statement(`INSERT INTO ${name} (id, version, doc) VALUES (?, 1, ?) ON CONFLICT DO NOTHING`),
      doc.id,
      JSON.stringify(doc),
    )
  const replace = (doc: T, ifVersion: number): boolean =>
    changed(
      statement(`UPDATE ${name} SET version = version + 1, doc = ? WHERE id = ? AND version = ?`),
      JSON.stringify(doc),
      doc.id,
      ifVersion,
    )
  const remove = (id: string, ifVersion: number): boolean =>
    changed(statement(`DELETE FROM ${name} WHERE id = ? AND version = ?`), id, ifVersion)

  const wordsOf = (id: string) => statement(wordsSql(design)).get(id) as Words | undefined
  const forget = (id: string, old: Words | undefined) =>
    old && statement(forgetSql(design)).run(old.scope, id, old.words)
  const remember = (id: string) => statement(rememberSql(design)).run(id)

  return {
    insert: async (doc) =>
      words === undefined
        ? insert(doc)
        : together(database, () => {
            const done = insert(doc)
            if (done) remember(doc.id)
            return done
          }),
    get: async (id) => {
      const row = statement(`SELECT version, doc FROM ${name} WHERE id = ?`).get(id) as Row | undefined
      return row && versioned<T>(row)
    },
    replace: async (doc, ifVersion) =>
      words === undefined
        ? replace(doc, ifVersion)
        : together(database, () => {
            const old = wordsOf(doc.id)
            const done = replace(doc, ifVersion)
            if (done && !isDeepStrictEqual(wordsOf(doc.id), old)) {
              forget(doc.id, old)
              remember(doc.id)
            }
            return done
          }),
    remove: async (id, ifVersion) =>
      words === undefined
        ? remove(id, ifVersion)
        : together(database, () => {
            const old = wordsOf(id)
            const done = remove(id, ifVersion)
            if (done) forget(id, old)
            return done
          }),
    page: async (query: PageQuery<F>) => {
      const { sql, values } = pageSql(design, query)
      return (statement(sql).all(...values) as unknown as readonly Row[]).map((row) => versioned<T>(row))
    },
    tally: async (query: TallyQuery<F>) => {
      const { sql, values } = tallySql(design, query)
      const asked = statement(sql)
      asked.setReadBigInts(true)
      return (asked.all(...values) as unknown as readonly TallyRow[]).map((row) => tallyOf(query.by, row))
    },
  }
}

function changed(statement: StatementSyncInstance, ...values: readonly Value[]): boolean {
  return statement.run(...values).changes === 1
}

function versioned<T>({ doc, version }: Row): Versioned<T> {
  return { doc: JSON.parse(doc) as T, version }
}

/** A write and what it means for the words: both or neither. */
function together(database: DatabaseSyncInstance, write: () => boolean): boolean {
  database.exec('BEGIN IMMEDIATE')
  try {
    const done = write()
    database.exec('COMMIT')
    return done
  } catch (error) {
    database.exec('ROLLBACK')
    throw error
  }
}

function wordsSql<F extends string>({ name, words }: CollectionDesign<F>): string {
  return `SELECT ${words?.scope} AS scope, json_extract(doc, '$.${words?.path}') AS words FROM ${name} WHERE id = ?`
}

function forgetSql<F extends string>({ name }: CollectionDesign<F>): string {
  return `DELETE FROM ${name}_words WHERE scope = ? AND id = ? AND word IN (SELECT value FROM json_each(?))`
}

function rememberSql<F extends string>({ name, words }: CollectionDesign<F>): string {
  return (
    `INSERT OR IGNORE INTO ${name}_words (scope, word, id) ` +
    `SELECT ${words?.scope}, value, ${name}.id FROM ${name}, json_each(doc, '$.${words?.path}') WHERE ${name}.id = ?`
  )
}

type TallyRow = Readonly<Record<string, bigint | string | null>> & {
  readonly count: bigint
  readonly sum: bigint
}

function tallyOf<F extends string>(by: readonly F[], row: TallyRow): Tally<F> {
  const values = by.map((field) => {
    const value = row[`by_${field}`] ?? null
    return [field, typeof value === 'bigint' ? Number(value) : value] as const
  })
  return {
    by: Object.fromEntries(values) as Record<F, Value>,
    count: Number(row.count),
    sum: exactSum(row.sum),
  }
}
