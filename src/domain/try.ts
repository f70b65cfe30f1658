import type { Operation } from './operation.ts'

/** One write sent to QuickBooks for an action. It is stored before it is sent. */
export interface Try {
  /** 1 is the first. */
  readonly number: number
  /** The same however often this try is sent, so that QuickBooks does it once. */
  readonly requestId: string
  readonly startedAt: string
  /** Null: nobody knows yet how it ended. */
  readonly endedAt: string | null
  readonly outcome: 'succeeded' | 'refused' | 'unknown' | null
  readonly intuitTid: string | null
  readonly entity: string
  readonly operation: Operation
  /** What is sent, as JSON text; null once it has ended. */
  readonly body: string | null
}
