import type { Operation } from '../../../domain/operation.ts'
import type { EntityName } from '../../../quickbooks/entity-name.ts'
import type { Mapped } from '../mapping/mapped.ts'
import type { PushFailure } from './push-failure.ts'
import type { Waiting } from './waiting.ts'

/** What is to be done so that a record gets into QuickBooks. */
export type Prepared =
  | ({ readonly outcome: 'write'; readonly operation: 'create' | 'update' } & Mapped)
  /** It is there already, and nothing is written. */
  | { readonly outcome: 'linked'; readonly entity: EntityName; readonly quickbooksId: string }
  | { readonly outcome: 'refused'; readonly failure: PushFailure }
  | Waiting

/** A failure is told with what was tried. */
export interface Tried {
  readonly entity: EntityName
  readonly operation: Operation
}
