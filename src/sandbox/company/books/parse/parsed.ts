import type { Fault } from '../faults/fault.ts'

/** What was read, as far as it could be, and what is wrong with it. */
export interface Parsed<T> {
  readonly value: T
  readonly faults: readonly Fault[]
}
