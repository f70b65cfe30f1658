import { askedValues } from '../asked-values.ts'
import type { CollectionDesign } from '../collection-design.ts'
import type { TallyQuery } from '../collection.ts'
import { BOUND } from './bound.ts'
import type { Sql } from './page-sql.ts'

/** A tally read from one index alone. */
export function tallySql<F extends string>(design: CollectionDesign<F>, query: TallyQuery<F>): Sql {
  const { name } = design
  const { index, equals, by, sum } = query
  const asked = askedValues(equals)
  const where =
    asked.length === 0 ? '' : ` WHERE ${asked.map(([field]) => `${field} IS ${BOUND}`).join(' AND ')}`
  // Without groups, SQL would count nothing as a row of its own.
  const groups = by.length === 0 ? ' HAVING count(*) > 0' : ` GROUP BY ${by.join(', ')}`
  const columns = [
    ...by.map((field) => `json_quote(${field}) AS by_${field}`),
    'count(*) AS count',
    `${sum === undefined ? '0' : `coalesce(sum(${sum}), 0)`} AS sum`,
  ]
  return {
    sql: `SELECT ${columns.join(', ')} FROM ${name} INDEXED BY ${name}_${index}${where}${groups}`,
    values: asked.map(([, value]) => value),
  }
}
