import type { CollectionDesign } from '../collection-design.ts'

interface WordSql {
  /** Takes out the words of a version (?2) if those of the document (?1, as JSON) are others. */
  readonly forget: string
  /** Adds the words of a document (?1, as JSON) that has none there. */
  readonly remember: string
}

/**
 * How the index of words follows the documents. It holds each word twice, alone and with its scope before it, in
 * hexadecimal, so that the beginning of a word stays the beginning, whatever characters it has.
 */
export function wordSql<F extends string>({ name, fields, words }: CollectionDesign<F>): WordSql | undefined {
  if (words === undefined) return undefined
  const { path, scope } = words
  const place = (version: string) => `SELECT place FROM ${name} WHERE id = ?1 ->> '$.id'${version}`
  const differs = (at: string) => `json_extract(doc, '$.${at}') IS NOT json_extract(?1, '$.${at}')`
  const scoped = `hex(?1 ->> '$.${fields[scope]}')`
  return {
    forget:
      `DELETE FROM ${name}_words WHERE rowid = (` +
      `${place(' AND version = ?2')} AND (${differs(path)} OR ${differs(fields[scope])}))`,
    remember:
      `INSERT INTO ${name}_words (rowid, words) ` +
      `SELECT place, (SELECT group_concat('w' || hex(value) || ' s' || ${scoped} || 'w' || hex(value), ' ') ` +
      `FROM json_each(?1, '$.${path}')) FROM (${place('')}) ` +
      `WHERE NOT EXISTS (SELECT 1 FROM ${name}_words WHERE rowid = place)`,
  }
}
