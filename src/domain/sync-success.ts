import type { RecordType } from './record-type.ts'

/** A record that went through, as the host reports it. */
export interface SyncSuccess {
  readonly record: { readonly type: RecordType; readonly id: string }
  /** ISO 8601 in UTC with milliseconds. */
  readonly occurredAt: string
  readonly occurrenceId?: string
  readonly quickbooksId?: string
}
