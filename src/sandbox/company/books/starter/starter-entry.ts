import type { EntityName } from '../entity-name.ts'
import type { Members } from '../read/members.ts'

/** One entry of new books, as it would be sent. */
export interface StarterEntry {
  readonly entity: EntityName
  /** Where clients of Intuit's sample company expect it; undefined: the next one. */
  readonly id?: string
  readonly body: Members
  /** How long before today a transaction is dated. */
  readonly daysAgo?: number
}
