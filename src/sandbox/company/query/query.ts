import type { EntityName } from '../books/entity-name.ts'

export type Operator = '=' | '<' | '>' | '<=' | '>=' | 'LIKE' | 'IN'

export interface QueryCondition {
  readonly field: string
  readonly operator: Operator
  /** One, but for IN. Numbers and true and false as they were written. */
  readonly values: readonly string[]
}

/** A query as it was written; its entity and fields need not exist. */
export interface WrittenQuery {
  readonly select: 'all' | 'count' | readonly string[]
  readonly from: string
  readonly where: readonly QueryCondition[]
  readonly orderBy: readonly { readonly field: string; readonly descending: boolean }[]
  readonly startPosition: number
  readonly maxResults: number
}

/** A query that can be answered. */
export interface Query extends WrittenQuery {
  readonly entity: EntityName
}
