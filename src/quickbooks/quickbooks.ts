import type { BooksEntity } from './books-entity.ts'
import type { EntityName } from './entity-name.ts'
import type { ReadOutcome } from './read-outcome.ts'
import type { WriteOutcome } from './write-outcome.ts'

/** A condition of a query; values are text, as in QuickBooks' query language, and never part of its grammar. */
export interface Condition {
  readonly field: QueryField
  readonly operator: '=' | '<' | '>' | '<=' | '>=' | 'LIKE' | 'IN'
  /** Of a list, which `IN` takes, nothing matches an empty one. */
  readonly value: string | boolean | readonly (string | boolean)[]
}

/** The fields that can be asked for. */
export type QueryField =
  | 'Id'
  | 'DisplayName'
  | 'Name'
  | 'DocNumber'
  | 'CustomerRef'
  | 'TxnDate'
  | 'TotalAmt'
  | 'Balance'
  | 'Active'
  | 'AccountType'
  | 'Type'
  | 'MetaData.CreateTime'
  | 'MetaData.LastUpdatedTime'

export interface Query {
  readonly entity: EntityName
  /** All must hold. Of lists, QuickBooks tells only active entries unless `Active` is asked for. */
  readonly where?: readonly Condition[]
  readonly orderBy?: { readonly field: QueryField; readonly descending?: boolean }
  /** From 1. */
  readonly startPosition?: number
  /** 1 to 1,000; by default 100. */
  readonly limit?: number
}

export interface Write {
  readonly entity: EntityName
  /** As the v3 API wants it; a change carries `Id` and `SyncToken`, and is a sparse one unless it says `sparse: false`. */
  readonly body: Readonly<Record<string, unknown>>
  /** At most 50 characters. The same for every try of one write: QuickBooks then answers again instead of writing again. */
  readonly requestId: string
}

export interface Changes {
  readonly entity: EntityName
  readonly changed: readonly BooksEntity[]
  /** Ids of what was deleted. */
  readonly deleted: readonly string[]
  /** False: QuickBooks tells no more than 1,000 things at once, and there may be more. */
  readonly complete: boolean
}

/** What can be asked of one firm's QuickBooks company, and done in it. Nothing here throws for what QuickBooks says. */
export interface QuickBooks {
  create(write: Write): Promise<WriteOutcome>
  update(write: Write): Promise<WriteOutcome>
  /** Undefined: there is none, or none any more. */
  get(entity: EntityName, id: string): Promise<ReadOutcome<BooksEntity | undefined>>
  query(query: Query): Promise<ReadOutcome<readonly BooksEntity[]>>
  /** Several questions in as few requests as QuickBooks allows (30 in one); answers stand in the order of the questions. */
  queries(queries: readonly Query[]): Promise<ReadOutcome<readonly (readonly BooksEntity[])[]>>
  preferences(): Promise<ReadOutcome<BooksEntity>>
  companyInfo(): Promise<ReadOutcome<BooksEntity>>
  /** What changed since then, at most 30 days ago. */
  changes(entities: readonly EntityName[], since: Date): Promise<ReadOutcome<readonly Changes[]>>
}
