import type { CollectionDesign } from '../collection-design.ts'

interface WordSql {
  /** Takes out the words of a version (?2) if those of the document (?1, as JSON) are others. */
  readonly forget: string
  /** Adds the words of a document (?1, as JSON) that has none there, though its turn was before. */
  readonly remember: string
  /** After a removal: the next document may take the last one's place, and has its turn to come. */
  readonly stepBack: string
  /** Whether there are documents whose turn has not come. */
  readonly isBehind: string
  /** Adds the words of all documents whose turn has not come, and says that it has. */
  readonly catchUp: string
}

/**
 * How the index of words follows the documents. It holds each word twice, alone and with its scope before it, in
 * hexadecimal, so that the beginning of a word stays the beginning, whatever characters it has. New documents wait for
 * their turn, up to the place that is noted: many at once cost the index little more than one.
 */
export function wordSql<F extends string>({ name, fields, words }: CollectionDesign<F>): WordSql | undefined {
  if (words === undefined) return undefined
  const { path, scope } = words
  const differs = (at: string) => `json_extract(doc, '$.${at}') IS NOT json_extract(?1, '$.${at}')`
  const scoped = `hex(json_extract(doc, '$.${fields[scope]}'))`
  const texts =
    `SELECT seq, (SELECT group_concat('w' || hex(value) || ' s' || ${scoped} || 'w' || hex(value), ' ') ` +
    `FROM json_each(doc, '$.${path}')) FROM ${name}`
  const upto = `(SELECT seq FROM ${name}_words_upto)`
  return {
    forget:
      `DELETE FROM ${name}_words WHERE rowid = (SELECT seq FROM ${name} WHERE id = ?1 ->> '$.id' ` +
      `AND version = ?2 AND (${differs(path)} OR ${differs(fields[scope])}))`,
    remember:
      `INSERT INTO ${name}_words (rowid, words) ${texts} WHERE id = ?1 ->> '$.id' AND seq <= ${upto} ` +
      `AND NOT EXISTS (SELECT 1 FROM ${name}_words WHERE rowid = seq)`,
    stepBack:
      `UPDATE ${name}_words_upto SET seq = last.seq ` +
      `FROM (SELECT coalesce(max(seq), 0) AS seq FROM ${name}) AS last WHERE ${name}_words_upto.seq > last.seq`,
    isBehind: `SELECT 1 FROM ${name} WHERE seq > ${upto} LIMIT 1`,
    catchUp:
      `INSERT INTO ${name}_words (rowid, words) ${texts} WHERE seq > ${upto}; ` +
      `UPDATE ${name}_words_upto SET seq = (SELECT max(seq) FROM ${name})`,
  }
}
