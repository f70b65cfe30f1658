import type { CollectionDesign } from '../collection-design.ts'
import type { TallyQuery, Value } from '../collection.ts'
import { indexFields } from '../index-fields.ts'
import type { Sql } from './page-sql.ts'

/** A tally read from one index alone. */
export function tallySql<F extends string>(design: CollectionDesign<F>, query: TallyQuery<F>): Sql {
  const { name } = design
  const { index, equals = {}, by, sum } = query
  indexFields(design, index)
  const asked = Object.entries<Value | undefined>(equals).filter(([, value]) => value !== undefined)
  const where = asked.length === 0 ? '' : ` WHERE ${asked.map(([field]) => `${field} IS ?`).join(' AND ')}`
  const groups = by.length === 0 ? '' : ` GROUP BY ${by.join(', ')}`
  const columns = [
    ...by.map((field) => `${field} AS by_${field}`),
    'count(*) AS count',
    `${sum === undefined ? '0' : `coalesce(sum(${sum}), 0)`} AS sum`,
  ]
  return {
    sql: `SELECT ${columns.join(', ')} FROM ${name} INDEXED BY ${name}_${index}${where}${groups}`,
    values: asked.map(([, value]) => value ?? null),
  }
}
