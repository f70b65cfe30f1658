import { askedValues } from '../asked-values.ts'
import type { CollectionDesign } from '../collection-design.ts'
import type { PageQuery, Value } from '../collection.ts'
import { sortField } from '../sort-field.ts'
import { BOUND } from './bound.ts'
import { wordQuery } from './word-query.ts'

export interface Sql {
  readonly sql: string
  /** To be bound as JSON. */
  readonly values: readonly Value[]
}

/** A page as one range of one index. */
export function pageSql<F extends string>(design: CollectionDesign<F>, query: PageQuery<F>): Sql {
  const { name, words } = design
  const { index, equals, descending = false, from = '', until, after, wordPrefixes = [], limit } = query
  const sort = sortField(design, index)
  const asked = askedValues(equals)
  const order = descending ? 'DESC' : 'ASC'
  // SQLite makes a range of the pair only together with a bound of its first member.
  const bounds =
    after &&
    (descending
      ? [`${sort} <= ${BOUND}`, `(${sort}, id) < (${BOUND}, ${BOUND})`]
      : [`${sort} >= ${BOUND}`, `(${sort}, id) > (${BOUND}, ${BOUND})`])
  const scope = words && equals?.[words.scope]
  const hasWords = wordPrefixes.length > 0
  const conditions = [
    ...asked.map(([field]) => `${field} IS ${BOUND}`),
    `${sort} >= ${BOUND}`,
    ...(until === undefined ? [] : [`${sort} <= ${BOUND}`]),
    ...(bounds ?? []),
    ...(hasWords ? [`seq IN (SELECT rowid FROM ${name}_words WHERE ${name}_words MATCH ${BOUND})`] : []),
  ]
  // A few words narrow better than any order does, so the planner may choose then.
  const by = hasWords ? '' : ` INDEXED BY ${name}_${index}`
  return {
    sql:
      `SELECT version, doc FROM ${name}${by} WHERE ${conditions.join(' AND ')} ` +
      `ORDER BY ${sort} ${order}, id ${order} LIMIT ${BOUND}`,
    values: [
      ...asked.map(([, value]) => value),
      from,
      ...(until === undefined ? [] : [until]),
      ...(after === undefined ? [] : [after.value, after.value, after.id]),
      ...(hasWords ? [wordQuery(wordPrefixes, scope)] : []),
      limit,
    ],
  }
}
