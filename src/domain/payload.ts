import type { RecordType } from './record-type.ts'

/** What is to be written to QuickBooks for a record. */
export interface Payload {
  /** QuickBooks' name of the kind of thing, e.g. `Invoice`. */
  readonly entity: string
  /** `match`: nothing is written; an entry of exactly this name is looked for. */
  readonly operation: 'create' | 'update' | 'match'
  readonly body: Readonly<Record<string, unknown>>
  /** The host's own request id for this write: who else sends it under the same one writes nothing a second time. */
  readonly requestId: string | null
  /** The records that must be in QuickBooks before. */
  readonly dependsOn: readonly Dependency[]
  readonly source: 'host' | 'stored'
  /** When the host said so, ISO 8601. */
  readonly at: string
}

export interface Dependency {
  readonly type: RecordType
  readonly id: string
  /** As far as the host knows. */
  readonly quickbooksId: string | null
}
