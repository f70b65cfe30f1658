import type { DatabaseSyncInstance, StatementSyncInstance } from '@photostructure/sqlite'
import type { CollectionDesign } from '../collection-design.ts'
import type { Collection, PageQuery, Stored, Tally, TallyQuery, Value, Versioned } from '../collection.ts'
import { exactSum } from '../exact-sum.ts'
import { toJson } from '../to-json.ts'
import { BOUND } from './bound.ts'
import { createTables } from './create-tables.ts'
import { inTransaction } from './in-transaction.ts'
import { pageSql } from './page-sql.ts'
import { tallySql } from './tally-sql.ts'
import { wordSql } from './word-sql.ts'

/** A collection in a SQLite file: JSON documents, a generated column for each field, and a side table of words. */
export function createSqliteCollection<T extends Stored, F extends string>(
  database: DatabaseSyncInstance,
  design: CollectionDesign<F>,
): Collection<T, F> {
  createTables(database, design)
  const { name } = design
  const prepared = new Map<string, StatementSyncInstance>()
  const statement = (sql: string): StatementSyncInstance => {
    const known = prepared.get(sql)
    if (known !== undefined) return known
    const made = database.prepare(sql)
    prepared.set(sql, made)
    return made
  }
  const changed = (sql: string, ...values: readonly (string | number)[]): boolean =>
    statement(sql).run(...values).changes === 1

  // Written once: a text that is put together anew for each call must be read through to be looked up.
  const insertion = `INSERT INTO ${name} (id, version, doc) VALUES (?1 ->> '$.id', 1, ?1) ON CONFLICT DO NOTHING`
  const found = `SELECT version, doc FROM ${name} WHERE id = ?`
  const foundOddly = `SELECT version, doc FROM ${name} WHERE id = ${BOUND}`
  const insert = (json: string) => changed(insertion, json)
  const replace = (json: string, ifVersion: number) =>
    changed(
      `UPDATE ${name} SET version = version + 1, doc = ?1 WHERE id = ?1 ->> '$.id' AND version = ?2`,
      json,
      ifVersion,
    )
  const remove = (json: string, ifVersion: number) =>
    changed(`DELETE FROM ${name} WHERE id = ?1 ->> '$.id' AND version = ?2`, json, ifVersion)

  const words = wordSql(design)
  let inserted = 0
  /** A write, and what follows for the words of a document that was there: both or neither. */
  const withWords = (
    json: string,
    ifVersion: number,
    write: () => boolean,
    next: 'remember' | 'stepBack',
  ) => {
    if (words === undefined) return write()
    return inTransaction(database, () => {
      statement(words.forget).run(json, ifVersion)
      const done = write()
      if (done) statement(words[next]).run(...(next === 'remember' ? [json] : []))
      return done
    })
  }
  const catchUp = (): void => {
    if (words === undefined || statement(words.isBehind).get() === undefined) return
    inTransaction(database, () => database.exec(words.catchUp))
  }

  return {
    insert: async (doc) => {
      const done = insert(toJson(doc))
      // Now and then, so that no search finds too many waiting.
      if (done && ++inserted % TURN === 0) catchUp()
      return done
    },
    get: async (id) => {
      const row = (id.includes('\0') ? statement(foundOddly).get(toJson(id)) : statement(found).get(id)) as
        Row | undefined
      return row && versioned<T>(row)
    },
    replace: async (doc, ifVersion) => {
      const json = toJson(doc)
      return withWords(json, ifVersion, () => replace(json, ifVersion), 'remember')
    },
    remove: async (id, ifVersion) => {
      const json = toJson({ id })
      return withWords(json, ifVersion, () => remove(json, ifVersion), 'stepBack')
    },
    page: async (query: PageQuery<F>) => {
      if (query.wordPrefixes?.length) catchUp()
      const { sql, values } = pageSql(design, query)
      const rows = statement(sql).all(...values.map(toJson))
      return (rows as unknown as readonly Row[]).map((row) => versioned<T>(row))
    },
    tally: async (query: TallyQuery<F>) => {
      const { sql, values } = tallySql(design, query)
      const asked = statement(sql)
      asked.setReadBigInts(true)
      const rows = asked.all(...values.map(toJson))
      return (rows as unknown as readonly TallyRow[]).map((row) => tallyOf(query.by, row))
    },
  }
}

/** How many new documents wait before their words are looked after. */
const TURN = 256

interface Row {
  readonly version: number
  readonly doc: string
}

function versioned<T>({ doc, version }: Row): Versioned<T> {
  return { doc: JSON.parse(doc) as T, version }
}

type TallyRow = Readonly<Record<`by_${string}`, string>> & { readonly count: bigint; readonly sum: bigint }

function tallyOf<F extends string>(by: readonly F[], row: TallyRow): Tally<F> {
  const values = by.map((field) => [field, JSON.parse(row[`by_${field}`] ?? 'null') as Value] as const)
  return {
    by: Object.fromEntries(values) as Record<F, Value>,
    count: Number(row.count),
    sum: exactSum(row.sum),
  }
}
