import type { Operation } from '../../../domain/operation.ts'
import type { EntityName } from '../../../quickbooks/entity-name.ts'

/** Why a record did not get into QuickBooks, as it is reported. */
export interface PushFailure {
  readonly error: string
  /** The same, as the practice software shows it to people. */
  readonly summary: string
  /** Null: QuickBooks was not asked, or did not answer. */
  readonly httpStatus: number | null
  readonly entity: EntityName
  readonly operation: Operation
  /** What was sent; null: nothing was. */
  readonly payload: Readonly<Record<string, unknown>> | null
}
