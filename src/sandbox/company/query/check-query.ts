import { descriptions } from '../books/descriptions/descriptions.ts'
import { entityCalled } from '../entity-called.ts'
import { type ColumnKind, columnsOf } from './columns.ts'
import { comparable } from './comparable.ts'
import type { Query, WrittenQuery } from './query.ts'

const MOST_RESULTS = 1000

/** The query with its entity, if entity, fields and numbers are such that it can be answered; else why not. */
export function checkQuery(query: WrittenQuery): Query | { readonly problem: string } {
  const entity = entityCalled(query.from)
  if (entity === undefined) return { problem: `invalid context declaration: ${query.from}` }
  const columns: Readonly<Record<string, ColumnKind | undefined>> = columnsOf(entity)
  const { members } = descriptions[entity].fields
  const isProperty = (field: string) => columns[field] !== undefined || Object.hasOwn(members, field)
  const notFound = (field: string) => ({ problem: `Property ${field} not found for Entity ${entity}` })

  for (const field of typeof query.select === 'string' ? [] : query.select) {
    if (!isProperty(field)) return notFound(field)
  }
  for (const field of [...query.where, ...query.orderBy].map((one) => one.field)) {
    if (!isProperty(field)) return notFound(field)
    if (columns[field] === undefined) return { problem: `property '${field}' is not queryable` }
  }
  for (const { field, operator, values } of query.where) {
    const kind = columns[field] ?? 'text'
    const wrong = operator === 'LIKE' ? undefined : values.find((one) => comparable(kind, one) === undefined)
    if (wrong !== undefined) return { problem: `value ${wrong} is not valid for property ${field}` }
  }
  for (const number of [query.startPosition, query.maxResults]) {
    if (number < 1) return { problem: `value ${number} is too small. Min allowed value is 1` }
  }
  if (query.maxResults > MOST_RESULTS) {
    return { problem: `value ${query.maxResults} is too large. Max allowed value is ${MOST_RESULTS}` }
  }
  return { ...query, entity }
}
