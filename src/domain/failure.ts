import type { Operation } from './operation.ts'
import type { RecordType } from './record-type.ts'

/** A raw failure and what its reporter knows of the push that failed. */
export interface Failure {
  /** Text or JSON value, as it came. */
  readonly error: unknown
  readonly httpStatus?: number
  readonly recordType?: RecordType
  /** The QuickBooks entity that was pushed, e.g. `Invoice`. */
  readonly entity?: string
  readonly operation?: Operation
}
