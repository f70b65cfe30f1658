import type { ActionKind } from '../../domain/action-kind.ts'
import type { Lease } from '../../domain/action.ts'
import type { Actor } from '../../domain/actor.ts'
import type { RecordType } from '../../domain/record-type.ts'
import type { BulkReason } from '../../domain/bulk-reason.ts'

/** One request to do the same about many issues. What becomes of each stands in the issue's own action. */
export interface BulkAction {
  readonly id: string
  readonly firmId: string
  readonly kind: ActionKind
  readonly actor: Actor
  readonly note: string | null
  /** The issues, those that others depend on first. */
  readonly ranks: readonly Rank[]
  /** How many issues, from the first, their actions were asked for. */
  readonly asked: number
  /** How many issues, from the first, nobody of the next rank has to wait for. */
  readonly settled: number
  /** How many issues, from the first, are over. */
  readonly over: number
  readonly exceptions: readonly Exception[]
  /** When one of these numbers grew last. */
  readonly progressAt: string
  readonly cancelledAt: string | null
  readonly cancelledBy: Actor | null
  readonly finishedAt: string | null
  /** Who asks for its actions, and until when others leave it alone. */
  readonly lease: Lease | null
  /** When it is to be looked at next; a worker that vanished leaves the end of its lease here. Null: never. */
  readonly dueAt: string | null
  readonly createdAt: string
  readonly updatedAt: string
  readonly expiresAt: string
}

/** Issues whose records do not depend on each other. */
export interface Rank {
  readonly recordType: RecordType
  readonly issueIds: readonly string[]
}

/** An issue without an action of this bulk action: somebody else's does the same, or none was possible. */
export interface Exception {
  readonly issueId: string
  readonly actionId: string | null
  readonly reason: BulkReason | null
}
