import type { CollectionDesign } from '../collection-design.ts'
import type { Equals, PageQuery, Value } from '../collection.ts'
import { indexFields } from '../index-fields.ts'

export interface Sql {
  readonly sql: string
  readonly values: readonly Value[]
}

/** A page as one range of one index. */
export function pageSql<F extends string>(design: CollectionDesign<F>, query: PageQuery<F>): Sql {
  const { name, words } = design
  const { index, equals = {}, descending = false, from = '', until, after, wordPrefixes = [], limit } = query
  const sort = indexFields(design, index).at(-1)
  const asked = Object.entries<Value | undefined>(equals).filter(([, value]) => value !== undefined)
  const order = descending ? 'DESC' : 'ASC'
  // SQLite makes a range of the pair only together with a bound of its first member.
  const bounds =
    after &&
    (descending ? [`${sort} <= ?`, `(${sort}, id) < (?, ?)`] : [`${sort} >= ?`, `(${sort}, id) > (?, ?)`])
  const scope = words && (equals as Equals<F>)[words.scope]
  const scoped = scope === undefined ? '' : 'scope = ? AND '
  const conditions = [
    ...asked.map(([field]) => `${field} IS ?`),
    `${sort} >= ?`,
    ...(until === undefined ? [] : [`${sort} <= ?`]),
    ...(bounds ?? []),
    ...wordPrefixes.map(() => `id IN (SELECT id FROM ${name}_words WHERE ${scoped}word >= ? AND word < ?)`),
  ]
  // A few words narrow better than any order does, so the planner may choose then.
  const by = wordPrefixes.length > 0 ? '' : ` INDEXED BY ${name}_${index}`
  return {
    sql:
      `SELECT version, doc FROM ${name}${by} WHERE ${conditions.join(' AND ')} ` +
      `ORDER BY ${sort} ${order}, id ${order} LIMIT ?`,
    values: [
      ...asked.map(([, value]) => value ?? null),
      from,
      ...(until === undefined ? [] : [until]),
      ...(after === undefined ? [] : [after.value, after.value, after.id]),
      ...wordPrefixes.flatMap((prefix) => [
        ...(scope === undefined ? [] : [scope]),
        prefix,
        `${prefix}\u{10FFFF}`,
      ]),
      limit,
    ],
  }
}
