import type { Money } from './money.ts'
import type { RecordType } from './record-type.ts'

/** The record of the host that could not be synced. */
export interface IssueRecord {
  readonly type: RecordType
  readonly id: string
  readonly label: string
  readonly url: string | null
  readonly money: Money | null
  /** The document's own date, `YYYY-MM-DD`. */
  readonly date: string | null
  readonly client: { readonly id: string; readonly name: string } | null
}
