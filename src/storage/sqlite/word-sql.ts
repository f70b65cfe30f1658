import type { CollectionDesign } from '../collection-design.ts'

interface WordSql {
  /** Takes out the words of a version (?2) that the document (?1, as JSON) does not have. */
  readonly forget: string
  /** Adds the words of a document (?1, as JSON) that are not there yet. */
  readonly remember: string
}

/** How the side table of words follows the documents. */
export function wordSql<F extends string>({ name, fields, words }: CollectionDesign<F>): WordSql | undefined {
  if (words === undefined) return undefined
  const { path, scope } = words
  const given = `SELECT ?1 ->> '$.${fields[scope]}', value, ?1 ->> '$.id' FROM json_each(?1, '$.${path}')`
  return {
    forget:
      `DELETE FROM ${name}_words WHERE (scope, word, id) IN (` +
      `SELECT ${scope}, value, ${name}.id FROM ${name}, json_each(doc, '$.${path}') ` +
      `WHERE ${name}.id = ?1 ->> '$.id' AND version = ?2 EXCEPT ${given})`,
    remember: `INSERT OR IGNORE INTO ${name}_words (scope, word, id) ${given}`,
  }
}
