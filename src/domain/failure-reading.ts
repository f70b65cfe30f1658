import type { Actor } from './actor.ts'
import type { Diagnosis } from './diagnosis.ts'
import type { SyncFailure } from './sync-failure.ts'

/** What is known of a failure beyond its report. */
export interface FailureReading {
  readonly failure: SyncFailure
  readonly diagnosis: Diagnosis
  /** Its error text, masked. */
  readonly error: string
  readonly words: readonly string[]
  readonly actor: Actor
  /** When the report came, ISO 8601. */
  readonly now: string
}
