import type { IssueRecord } from '../domain/issue-record.ts'
import type { Dependency, Payload } from '../domain/payload.ts'

export type HostRecord = Pick<IssueRecord, 'type' | 'id'>

/** The host did not answer, or not as agreed; the same call may be made again. */
export interface Unreachable {
  readonly outcome: 'unreachable'
  readonly reason: string
}

export type HostPayload =
  | { readonly outcome: 'read'; readonly payload: Payload }
  /** The host itself will not push this record, and says why. */
  | { readonly outcome: 'refused'; readonly error: string }
  /** Nothing is to be written: it is in QuickBooks. */
  | { readonly outcome: 'in-books'; readonly quickbooksId: string }
  /** What it needs is not there yet. */
  | { readonly outcome: 'waiting'; readonly dependsOn: readonly Dependency[] }
  | { readonly outcome: 'gone' }
  | Unreachable

/**
 * The application that owns the records of one firm. `callId`: the same for every repetition of a call, so that the host
 * does it once.
 */
export interface Host {
  /** What is to be written for a record, as it is now. */
  read(record: HostRecord): Promise<HostPayload>
  /** Tells under which id a record stands in QuickBooks. */
  synced(
    record: HostRecord,
    quickbooksId: string,
    callId: string,
  ): Promise<{ readonly outcome: 'told' } | Unreachable>
  /** Asks the host to push a record by itself; it reports later how that went. */
  push(record: HostRecord, callId: string): Promise<{ readonly outcome: 'accepted' } | Unreachable>
  /** Tells that a record is not to be pushed any more. */
  skipped(record: HostRecord, callId: string): Promise<{ readonly outcome: 'told' } | Unreachable>
  /** Tells that a record is to be pushed again. */
  reopened(record: HostRecord, callId: string): Promise<{ readonly outcome: 'told' } | Unreachable>
  /** Deletes a service in the host. */
  deleteService(
    record: HostRecord,
    callId: string,
  ): Promise<{ readonly outcome: 'deleted' } | { readonly outcome: 'in-use' } | Unreachable>
}
