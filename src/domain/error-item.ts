import type { ActionKind } from './action-kind.ts'
import type { CaptureSource } from './capture.ts'
import type { Comparison } from './condition.ts'
import type { EvidenceKind } from './evidence-fields.ts'
import type { RecordType } from './record-type.ts'
import type { RetryClass } from './retry-class.ts'

/** A row of the error table. */
export interface ErrorItem {
  readonly number: number
  readonly slug: string
  /** The error message as the published table prints it. */
  readonly message: string
  /** QuickBooks' codes for it; empty where the host says it by itself. */
  readonly codes: readonly string[]
  /** The record types that the published table names. */
  readonly published: readonly RecordType[]
  /** The record types that it really arises on. */
  readonly occursOn: readonly RecordType[]
  readonly retry: RetryClass
  /** Contexts in which another retry class holds; the first that is true wins. */
  readonly retryWhen: readonly (Comparison & { readonly retry: RetryClass })[]
  readonly actions: readonly ActionKind[]
  readonly captures: Readonly<Record<string, readonly CaptureSource[]>>
  /** The facts that decide about a record with this error. */
  readonly evidence: readonly EvidenceKind[]
  /** The published words, verbatim, right or wrong. */
  readonly source: { readonly issueType: string; readonly description: string; readonly resolution: string }
}
