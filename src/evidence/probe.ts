import type { Evidence } from '../domain/evidence.ts'
import type { Issue } from '../domain/issue.ts'
import type { HostPayload } from '../host/host.ts'
import type { EntityName } from '../quickbooks/entity-name.ts'
import type { QuickBooks } from '../quickbooks/quickbooks.ts'
import type { Unread } from './unread.ts'

/** What a resync would send. */
export interface Sent {
  readonly entity: EntityName
  readonly operation: 'create' | 'update' | 'match'
  readonly body: Readonly<Record<string, unknown>>
}

export interface ProbeContext {
  readonly issue: Issue
  readonly books: QuickBooks
  /** What the host says of the record now; undefined: it has no address, or gave no answer. */
  readonly host: HostPayload | undefined
  /** By the host, else as it was when it failed; undefined: nobody knows. */
  readonly sent: Sent | undefined
  readonly now: () => Date
}

/**
 * Asks one question about an issue. Undefined: the question does not arise here. Rejects for nothing that QuickBooks or
 * the host says.
 */
export type Probe = (context: ProbeContext) => Promise<Evidence | Unread | undefined>
