import type { EntityName } from '../entity-name.ts'
import type { Fields } from './field.ts'

/** The lists and kinds of document that number their entries together. */
export type IdSpace = 'names' | 'items' | 'accounts' | 'methods' | 'terms' | 'transactions' | 'company'

/** What the books know of one kind of entity. */
export interface Description {
  readonly name: EntityName
  /** Entries of a list are never deleted, only made inactive; transactions are deleted; of the company there is one. */
  readonly kind: 'list' | 'transaction' | 'company'
  readonly idSpace: IdSpace
  readonly fields: Fields
  /** Members without which there is none, as faults name them. */
  readonly required: readonly string[]
  /** The member that holds an entry's name. */
  readonly nameMember?: 'DisplayName' | 'Name'
  readonly voidable?: boolean
}
