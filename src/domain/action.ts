import type { Actor } from './actor.ts'
import type { Fault } from './fault.ts'
import type { Try } from './try.ts'
import type { OutcomeReason } from './outcome-reason.ts'

export type ActionState = 'queued' | 'waiting' | 'running' | 'succeeded' | 'refused' | 'unknown' | 'cancelled'

/**
 * What a waiting action waits for: the connection, QuickBooks' limits or QuickBooks itself, the host, a second try, or
 * another record, as `client/c_7`.
 */
export type WaitingFor =
  | 'connection'
  | 'rate-limit'
  | 'monthly-reads'
  | 'quickbooks'
  | 'host'
  | 'second-try'
  | 'outcome'
  | `${string}/${string}`

/** One request to do something about an issue, and how it ended. */
export interface Action {
  readonly id: string
  readonly issueId: string
  readonly firmId: string
  readonly kind: 'resync' | 'skip' | 'delete' | 'reopen'
  readonly state: ActionState
  readonly waitingFor: WaitingFor | null
  /** Why it was refused or cancelled. */
  readonly reason: OutcomeReason | null
  readonly actor: Actor
  readonly note: string | null
  /** A JSON merge patch of what is sent, as JSON text. */
  readonly changes: string | null
  /** What is in the books already, to be linked instead of sending anything. */
  readonly link: string | null
  /** The bulk action it belongs to. */
  readonly bulkId: string | null
  readonly tries: readonly Try[]
  readonly outcome: 'created' | 'updated' | 'linked' | 'deleted' | null
  readonly quickbooksId: string | null
  readonly intuitTid: string | null
  readonly faults: readonly Fault[]
  /** Who works at it, and until when others leave it alone. */
  readonly lease: Lease | null
  /** When it is to be worked at next; a worker that vanished leaves the end of its lease here. Null: never. */
  readonly dueAt: string | null
  /** How often in a row it was put off; the next wait grows with it. */
  readonly delays: number
  readonly createdAt: string
  readonly updatedAt: string
}

export interface Lease {
  /** Told apart from every other lease, so that whoever lost it notices. */
  readonly token: string
  readonly until: string
}
