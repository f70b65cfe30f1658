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
  const given = `json_each(?1, '$.${path}')`
  const scopeOfGiven = `?1 ->> '$.${fields[scope]}'`
  const old = (member: string) => `(SELECT ${member} FROM ${name} WHERE id = ?1 ->> '$.id' AND version = ?2)`
  return {
    forget:
      `DELETE FROM ${name}_words WHERE scope = ${old(scope)} AND id = ?1 ->> '$.id' AND word IN (` +
      `SELECT value FROM json_each(${old('doc')}, '$.${path}') ` +
      `EXCEPT SELECT value FROM ${given} WHERE ${scopeOfGiven} = ${old(scope)})`,
    remember:
      `INSERT OR IGNORE INTO ${name}_words (scope, word, id) ` +
      `SELECT ${scopeOfGiven}, value, ?1 ->> '$.id' FROM ${given}`,
  }
}
