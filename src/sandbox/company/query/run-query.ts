import type { Books } from '../books/books.ts'
import type { Entity } from '../books/entity.ts'
import { type ColumnKind, columnsOf } from './columns.ts'
import { comparable } from './comparable.ts'
import { isLike } from './is-like.ts'
import type { Query, QueryCondition } from './query.ts'

export interface Found {
  /** Those of the asked page. */
  readonly entities: readonly Entity[]
  /** On all pages. */
  readonly total: number
}

/** What the books answer. Lists tell only what is active unless `Active` is asked for. */
export function runQuery(query: Query, books: Books): Found {
  const columns = columnsOf(query.entity)
  const kindOf = (field: string): ColumnKind => columns[field] ?? 'text'
  const asksActive = query.where.some(({ field }) => field === 'Active')
  const tests = query.where.map((condition) => testOf(condition, kindOf(condition.field)))
  const all = books
    .all(query.entity)
    .filter((entity) => asksActive || entity.Active !== false)
    .filter((entity) => tests.every((holds) => holds(entity)))
  const ordered = query.orderBy.length === 0 ? all : all.toSorted(orderOf(query.orderBy, kindOf))
  const first = query.startPosition - 1
  return { entities: ordered.slice(first, first + query.maxResults), total: all.length }
}

function testOf({ field, operator, values }: QueryCondition, kind: ColumnKind): (entity: Entity) => boolean {
  const [value = ''] = values
  if (operator === 'LIKE') {
    return (entity) => isLike(String(comparable(kind, valueAt(entity, field)) ?? ''), value.toLowerCase())
  }
  const asked = values.map((one) => comparable(kind, one))
  const [bound] = asked
  return (entity) => {
    const own = comparable(kind, valueAt(entity, field))
    if (own === undefined || bound === undefined) return false
    switch (operator) {
      case 'IN':
        return asked.includes(own)
      case '=':
        return own === bound
      case '<':
        return own < bound
      case '>':
        return own > bound
      case '<=':
        return own <= bound
      case '>=':
        return own >= bound
    }
  }
}

function orderOf(orderBy: Query['orderBy'], kindOf: (field: string) => ColumnKind) {
  return (one: Entity, other: Entity): number => {
    for (const { field, descending } of orderBy) {
      const [a, b] = [one, other].map((entity) => comparable(kindOf(field), valueAt(entity, field)))
      // What has no value comes first.
      const order = a === b ? 0 : a === undefined ? -1 : b === undefined ? 1 : a < b ? -1 : 1
      if (order !== 0) return descending ? -order : order
    }
    return 0
  }
}

function valueAt(entity: Entity, field: string): unknown {
  return field
    .split('.')
    .reduce<unknown>(
      (at, member) =>
        typeof at === 'object' && at !== null
          ? Object.entries(at).find(([key]) => key === member)?.[1]
          : undefined,
      entity,
    )
}
