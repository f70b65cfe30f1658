import type { DatabaseSyncInstance } from '@photostructure/sqlite'
import type { CollectionDesign } from '../collection-design.ts'
import { inTransaction } from './in-transaction.ts'

const OWN_COLUMNS = ['seq', 'id', 'version', 'doc']

/** Makes the tables, columns and indexes of a collection that are not there yet. */
export function createTables<F extends string>(
  database: DatabaseSyncInstance,
  design: CollectionDesign<F>,
): void {
  const { name, fields, indexes, sparse = [], words } = design
  const taken = OWN_COLUMNS.find((column) => column in fields)
  if (taken !== undefined) throw new Error(`No field of ${name} can be called ${taken}.`)
  inTransaction(database, () => {
    database.exec(
      `CREATE TABLE IF NOT EXISTS ${name}
         (seq INTEGER PRIMARY KEY, id TEXT NOT NULL UNIQUE, version INTEGER NOT NULL, doc TEXT NOT NULL)`,
    )
    const known = new Set(
      (database.prepare(`PRAGMA table_xinfo(${name})`).all() as { readonly name: string }[]).map(
        (one) => one.name,
      ),
    )
    for (const [field, at] of Object.entries<string>(fields)) {
      if (known.has(field)) continue
      database.exec(`ALTER TABLE ${name} ADD COLUMN ${field} AS (json_extract(doc, '$.${at}')) VIRTUAL`)
    }
    for (const [index, of] of Object.entries<readonly string[]>(indexes)) {
      const columns = [...of, 'id'].join(', ')
      const where = sparse.includes(index) ? ` WHERE ${of.at(-1)} IS NOT NULL` : ''
      database.exec(`CREATE INDEX IF NOT EXISTS ${name}_${index} ON ${name} (${columns})${where}`)
    }
    if (words !== undefined) {
      // An index of texts writes a few pages for all words of a document; a table would write one for each word.
      database.exec(
        `CREATE VIRTUAL TABLE IF NOT EXISTS ${name}_words
           USING fts5(words, content='', contentless_delete=1, detail=none, tokenize='ascii');
         CREATE TABLE IF NOT EXISTS ${name}_words_upto (seq INTEGER NOT NULL);
         INSERT INTO ${name}_words_upto SELECT 0 WHERE NOT EXISTS (SELECT 1 FROM ${name}_words_upto)`,
      )
    }
  })
}
