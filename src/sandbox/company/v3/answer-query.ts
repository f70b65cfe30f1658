import type { Books } from '../books/books.ts'
import type { Entity } from '../books/entity.ts'
import type { EntityName } from '../books/entity-name.ts'
import { checkQuery } from '../query/check-query.ts'
import { parseQuery } from '../query/parse-query.ts'
import { runQuery } from '../query/run-query.ts'
import { refusal } from './refusal.ts'
import type { Told } from './told.ts'

/** Of these, Intuit does not tell how many there are on all pages. */
const lists: ReadonlySet<EntityName> = new Set<EntityName>([
  'Customer',
  'Vendor',
  'Employee',
  'Item',
  'Account',
  'PaymentMethod',
  'Term',
])

/** Answers a query with the member `QueryResponse`. */
export function answerQuery(books: Books, text: string): Told {
  const parsed = parseQuery(text)
  if ('problem' in parsed) {
    const detail = `QueryParserError: ${parsed.problem}`
    return refusal({ code: '4000', message: 'Error parsing query', detail })
  }
  const query = checkQuery(parsed.query)
  if ('problem' in query) {
    const detail = `QueryValidationError: ${query.problem}`
    return refusal({ code: '4001', message: 'Invalid query', detail })
  }
  const { entities, total } = runQuery(query, books)
  const { select, entity, startPosition } = query
  if (select === 'count') return told({ totalCount: total })
  if (entities.length === 0) return told({})
  return told({
    [entity]: select === 'all' ? entities : entities.map((one) => partOf(one, select)),
    startPosition,
    maxResults: entities.length,
    ...(!lists.has(entity) && { totalCount: total }),
  })
}

function told(QueryResponse: Readonly<Record<string, unknown>>): Told {
  return { members: { QueryResponse } }
}

/** The members that were asked for; MetaData comes whole, whichever of its times was. */
function partOf(entity: Entity, fields: readonly string[]): Readonly<Record<string, unknown>> {
  const members = new Set(['Id', ...fields.map((field) => field.split('.')[0])])
  const part = Object.entries(entity).filter(([member]) => members.has(member))
  return { domain: 'QBO', sparse: true, ...Object.fromEntries(part) }
}
