import type { IdSpace } from './descriptions/description.ts'
import type { Refused } from './company-fault.ts'
import type { Entity } from './entity.ts'
import type { EntityName } from './entity-name.ts'

export interface BooksWrite {
  readonly operation: 'create' | 'update' | 'delete' | 'void'
  readonly entity: EntityName
  /** The request's body: parsed JSON of any shape. */
  readonly body: unknown
  /** `include=allowduplicatedocnum`. */
  readonly allowDuplicateDocNumber?: boolean
}

/** One change of the books, to be kept and to stand in the ledger. `entity` null: it is gone. */
export interface BooksChange {
  readonly name: EntityName
  readonly id: string
  readonly entity: Entity | null
  /** Whose doing: what was asked for, or what QuickBooks does by itself because of it. */
  readonly cause: 'asked' | 'own'
}

export type Written =
  { readonly entity: Entity; readonly changes: readonly BooksChange[] } | { readonly refused: Refused }

/** What was deleted, as change data capture tells it. */
export interface Tombstone {
  readonly Id: string
  readonly status: 'Deleted'
  readonly MetaData: { readonly LastUpdatedTime: string }
}

/** What a person does in the web pages of QuickBooks, where other rules hold than for the API. */
export type PersonAct =
  | { readonly act: 'make-inactive' | 'make-active'; readonly entity: EntityName; readonly id: string }
  | { readonly act: 'merge'; readonly entity: EntityName; readonly id: string; readonly into: string }
  | { readonly act: 'change-settings'; readonly settings: Partial<CompanySettings> }

export interface CompanySettings {
  readonly companyName: string
  readonly language: 'en' | 'fr'
  /** Whether the API's own document numbers are taken; off: they are taken and duplicates with them. */
  readonly customTxnNumbers: boolean
  readonly warnDuplicateNumbers: boolean
  readonly autoApplyCredit: boolean
  /** The last closed day, YYYY-MM-DD. */
  readonly bookCloseDate: string | null
  readonly bookClosePassword: boolean
  readonly subscription: 'active' | 'ended'
  /** How an inactive customer on a transaction is refused: QuickBooks is known to do it in four ways. */
  readonly inactiveCustomerFault: '6250' | '2500-restore' | '2500-inactive' | '610'
  /** Whether every line of a sales form needs a tax code, as in Canada. */
  readonly taxRateRequired: boolean
}

/** One company's books and their own rules. All synchronous: one request after the other, as a database would do it. */
export interface Books {
  readonly settings: CompanySettings
  write(write: BooksWrite): Written
  person(act: PersonAct): Written
  /** Also inactive entries; undefined: never existed, or deleted. */
  get(name: EntityName, id: string): Entity | undefined
  /** How QuickBooks refuses to read what is not there. */
  notFound(name: EntityName, id: string): Refused
  /** Also inactive entries, oldest first. */
  all(name: EntityName): readonly Entity[]
  deleted(name: EntityName): readonly Tombstone[]
  /** What must be kept to have these books again, from `createBooks`. */
  state(): BooksState
}

export interface BooksState {
  readonly settings: CompanySettings
  readonly entities: Readonly<Partial<Record<EntityName, readonly Entity[]>>>
  readonly deleted: Readonly<Partial<Record<EntityName, readonly Tombstone[]>>>
  /** What was merged: of what (as `Customer/12`) into which id. */
  readonly merged: Readonly<Record<string, string>>
  /** The next id of each list, and of all transactions. Ids are never given again. */
  readonly nextIds: Readonly<Partial<Record<IdSpace, number>>>
}
