import type { RecordType } from '../../../domain/record-type.ts'
import type { PendingReport } from '../reporting/pending-report.ts'
import type { HostRecord, RecordOf } from './host-record.ts'
import type { HostSettings } from './host-settings.ts'
import type { RecordRef } from './record-ref.ts'

/** What changes together; all of it is kept, or nothing. */
export interface HostChange {
  readonly records?: readonly HostRecord[]
  readonly removed?: readonly RecordRef[]
  readonly settings?: HostSettings
  /** Queued behind those that wait already. */
  readonly report?: Omit<PendingReport, 'number'>
  /** A step of what is done once, whatever is restarted. */
  readonly step?: string
  /** The answer to a signed call, for when it is repeated. */
  readonly answered?: { readonly callId: string; readonly answer: CallAnswer }
}

export interface CallAnswer {
  readonly status: number
  readonly body: unknown
}

/** What the practice-management application keeps. All synchronous: it is one small file. */
export interface HostStore {
  settings(): HostSettings
  get<T extends RecordType>(type: T, id: string): RecordOf<T> | undefined
  /** In the order they were added. */
  all<T extends RecordType>(type: T): readonly RecordOf<T>[]
  change(change: HostChange): void
  /** Reports that SyncDoctor has not taken yet, the oldest first. */
  reports(): readonly PendingReport[]
  /** Removes a report; one that SyncDoctor never takes must not hold up the others. */
  dropReport(number: number): void
  answerTo(callId: string): CallAnswer | undefined
  /** Whether this step was kept as done. */
  isDone(step: string): boolean
  /** Forgets everything. */
  clear(): void
}
