import type { ActionKind } from './action-kind.ts'
import type { Captures } from './capture.ts'
import type { Comparison } from './condition.ts'
import type { Failure } from './failure.ts'
import type { Fault } from './fault.ts'
import type { RetryClass } from './retry-class.ts'

/** An error item, named. */
export interface ItemName {
  readonly number: number
  readonly slug: string
}

/** A comparison that was true and helped to decide; where it stands in the fault's text, if it does. */
export interface Reason extends Comparison {
  readonly fault: number
  readonly start: number | null
  readonly end: number | null
}

/** A rule that lacked one comparison. */
export interface NearMiss {
  readonly item: ItemName
  readonly failed: Comparison
}

/** Something known that speaks against the answer. */
export interface Conflict {
  readonly fact: string
  readonly expected: readonly string[]
  readonly found: string | null
}

/** The answer for one failure. */
export interface Diagnosis {
  /** Null: unrecognized. */
  readonly item: ItemName | null
  readonly captures: Captures
  readonly retry: RetryClass | null
  /** `inferred`: the record type or the code decided what the text left open. */
  readonly certainty: 'exact' | 'inferred' | null
  readonly why: readonly Reason[]
  readonly nearMisses: readonly NearMiss[]
  readonly conflicts: readonly Conflict[]
  readonly faults: readonly (Fault & { readonly item: string | null })[]
  readonly actions: readonly ActionKind[]
}

/** Answers which error item a failure is, and why. Never rejects for what a failure holds. */
export type Diagnose = (failure: Failure) => Promise<Diagnosis>
