import type { EntityName } from './books/entity-name.ts'

/** One side effect in the books: what an outside judge counts. */
export interface LedgerEntry {
  /** From 1, without gaps, across all companies. */
  readonly number: number
  /** ISO 8601. */
  readonly at: string
  readonly realmId: string
  readonly operation: 'create' | 'update' | 'delete' | 'void'
  readonly entity: EntityName
  readonly id: string
  /** `requestid` of the request that did it; null: it had none. */
  readonly requestId: string | null
  /** `own`: QuickBooks did it by itself because of what was asked. */
  readonly cause: 'asked' | 'own'
  /** Over the API, or by a person in the pages. */
  readonly by: 'api' | 'person'
  readonly syncToken: string | null
  readonly docNumber: string | null
  readonly name: string | null
  readonly totalAmt: number | null
}
