import type { Connection } from '../connection/connection.ts'
import type { NotSent } from '../not-sent.ts'
import { SLOT } from './slot.ts'
import type { TurnWish } from './turn-wish.ts'

/** A call that waits for its turn. */
export interface Turn extends Omit<TurnWish, 'kind'> {
  /** Until when it waits, in milliseconds of the epoch. */
  readonly deadline: number
}

export interface PlannedTurns<T extends Turn> {
  /** The connection, with what is granted taken out; the same where nothing is. */
  readonly connection: Connection
  /** In order, with the time of each in milliseconds of the epoch. Turns that are neither here nor refused wait. */
  readonly granted: readonly { readonly turn: T; readonly at: number }[]
  readonly refused: readonly { readonly turn: T; readonly because: NotSent }[]
  /** Where nobody is granted anything: when to ask again, in milliseconds of the epoch. */
  readonly againAt: number
}

/** Long enough that one change of the document pays for several calls, short enough that a process which ends wastes little. */
const MILLISECONDS_AT_ONCE = 8 * SLOT
/**
 * So far ahead reads take turns, all processes together, and no farther: a write takes the next turn that is free, and so
 * never stands behind more than this, however many reads wait.
 */
const READS_AHEAD = 8 * SLOT
/** A clock that once was wrong must not stop a firm for longer. */
const FARTHEST = 10 * 60 * 1000

/** Who of those that wait may leave when; each at least a slot after the one before, whoever sent that. */
export function planTurns<T extends Turn>(
  connection: Connection,
  { kind, turns }: { readonly kind: TurnWish['kind']; readonly turns: readonly T[] },
  now: Date,
  slot = SLOT,
): PlannedTurns<T> {
  const time = now.getTime()
  const blockedUntil = readsBlockedUntil(connection, time)
  const granted: { turn: T; at: number }[] = []
  const refused: { turn: T; because: NotSent }[] = []
  let free = Math.min(Math.max(connection.nextFreeAt, time), time + FARTHEST)
  let nextFreeAt = free
  let taken = 0
  let reads = 0
  let againAt: number | undefined
  for (const turn of turns) {
    if (turn.reads > 0 && blockedUntil !== undefined) {
      refused.push({
        turn,
        because: { outcome: 'not-sent', waitingFor: 'monthly-reads', until: blockedUntil },
      })
      continue
    }
    // A read that can leave at once does, however short its patience.
    if (free > (kind === 'read' ? Math.max(turn.deadline, time) : turn.deadline)) {
      refused.push({
        turn,
        because: { outcome: 'not-sent', waitingFor: 'rate-limit', until: new Date(free) },
      })
      continue
    }
    const at = free
    free += turn.slots * slot
    if (kind === 'read' && at > time + READS_AHEAD) {
      // Not as soon as there is room for one: others look, too, and each look is a change of the document.
      againAt ??= at - READS_AHEAD / 2
      continue
    }
    if (taken * slot >= MILLISECONDS_AT_ONCE) continue
    granted.push({ turn, at })
    taken += turn.slots
    reads += turn.reads
    nextFreeAt = free
  }
  if (granted.length === 0) return { connection, granted, refused, againAt: againAt ?? time }
  return {
    connection: { ...connection, nextFreeAt, reads: readsWith(connection, reads, now) },
    granted,
    refused,
    againAt: time,
  }
}

function readsBlockedUntil({ readsBlockedUntil: until }: Connection, time: number): Date | undefined {
  return until !== null && Date.parse(until) > time ? new Date(until) : undefined
}

function readsWith({ reads }: Connection, more: number, now: Date): Connection['reads'] {
  const month = now.toISOString().slice(0, 7)
  return { month, count: (reads.month === month ? reads.count : 0) + more }
}
