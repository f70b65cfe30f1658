import type { EntityName } from '../../../quickbooks/entity-name.ts'

/** A record as QuickBooks is to have it. */
export interface Mapped {
  readonly entity: EntityName
  readonly body: Readonly<Record<string, unknown>>
}
