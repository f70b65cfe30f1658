import { changeConnection } from '../connection/change-connection.ts'
import type { ConnectionCollection } from '../connection/connection-collection.ts'
import type { NotSent } from '../not-sent.ts'
import { type PlannedTurns, planTurns, type Turn } from './plan-turns.ts'
import { readsReturn } from './reads-return.ts'
import type { TurnWish } from './turn-wish.ts'

interface Needs {
  readonly connections: ConnectionCollection
  readonly now: () => Date
  readonly wait: (milliseconds: number) => Promise<unknown>
  /** How long a call waits for its turn, in milliseconds. */
  readonly patience: Readonly<Record<TurnWish['kind'], number>>
  /** How far apart requests leave, in milliseconds; by default as Intuit's limits have it. */
  readonly slot?: number
}

/** The share of QuickBooks' limits that each firm's company has, kept in its connection, so that all processes keep it. */
export interface RateLimit {
  /** Waits for a turn; without one, or where it would come too late, nothing is taken. */
  reserve(firmId: string, call: TurnWish): Promise<'now' | NotSent>
  /** QuickBooks answered 429: for a minute nothing leaves, or no metered read for the rest of the month. */
  throttled(firmId: string, by: 'minute' | 'month'): Promise<NotSent>
  /** A call has succeeded; noted once a minute at most. */
  answered(firmId: string): Promise<void>
}

interface Waiting extends Turn {
  readonly resolve: (turn: 'now' | NotSent) => void
  readonly reject: (error: unknown) => void
}

/** Who waits in this process for turns of one company: writes pass by reads, so that they need not wait behind them. */
interface Lane {
  readonly firmId: string
  readonly kind: TurnWish['kind']
  readonly turns: Waiting[]
}

/** As long as Intuit asks for. */
const PAUSE = 60_000
const MINUTE = 60_000
/** A turn that is used much later bunches with the next ones; it is lost instead. The rest of a slot's room is the way's. */
const LATEST = 60

export function createRateLimit({ connections, now, wait, patience, slot }: Needs): RateLimit {
  /** By firm and kind: only the first of each meets the other processes at the document. */
  const lanes = new Map<string, Lane>()
  const noted = new Map<string, number>()
  let former: Promise<unknown> = Promise.resolve()

  return {
    reserve: (firmId, { kind, ...call }) =>
      new Promise((resolve, reject) => {
        const waiting = { ...call, deadline: now().getTime() + patience[kind], resolve, reject }
        const key = `${kind} ${firmId}`
        const lane = lanes.get(key)
        if (lane !== undefined) {
          lane.turns.push(waiting)
          return
        }
        const begun = { firmId, kind, turns: [waiting] }
        lanes.set(key, begun)
        void serve(key, begun)
      }),

    throttled: async (firmId, by) => {
      if (by === 'month') {
        const until = readsReturn(now())
        await changeConnection(connections, firmId, (connection) => ({
          ...connection,
          readsBlockedUntil: until.toISOString(),
        }))
        return { outcome: 'not-sent', waitingFor: 'monthly-reads', until }
      }
      const until = new Date(now().getTime() + PAUSE)
      await changeConnection(connections, firmId, (connection) => ({
        ...connection,
        nextFreeAt: Math.max(connection.nextFreeAt, until.getTime()),
        pausedUntil: until.toISOString(),
      }))
      return { outcome: 'not-sent', waitingFor: 'rate-limit', until }
    },

    answered: async (firmId) => {
      const time = now().getTime()
      if (time - (noted.get(firmId) ?? -Infinity) < MINUTE) return
      noted.set(firmId, time)
      await changeConnection(connections, firmId, (connection) => {
        const { lastSuccessAt } = connection
        const isRecent = lastSuccessAt !== null && time - Date.parse(lastSuccessAt) < MINUTE
        return isRecent ? undefined : { ...connection, lastSuccessAt: new Date(time).toISOString() }
      })
    },
  }

  /**
   * One after another, each in a round of the event loop of its own: a storage that holds the process up holds up no request
   * that is about to leave.
   */
  function inTurn<T>(work: () => Promise<T>): Promise<T> {
    const done = former.then(() => wait(0)).then(work)
    former = done.catch(() => undefined)
    return done
  }

  async function serve(key: string, lane: Lane): Promise<void> {
    try {
      while (lane.turns.length > 0) await serveSome(lane)
    } catch (error) {
      for (const waiting of lane.turns) waiting.reject(error)
    } finally {
      lanes.delete(key)
    }
  }

  /** Takes turns for those at the front, and lets each go when its time has come; who misses it stays at the front. */
  async function serveSome(lane: Lane): Promise<void> {
    const { firmId, turns } = lane
    const { granted, againAt } = await inTurn(() => takeTurns(lane))
    const early = againAt - now().getTime()
    if (granted.length === 0 && early > 0) await wait(early)
    for (const { turn, at } of granted) {
      const come = await turnOf(firmId, at)
      if (come === 'paused') break
      if (come === 'missed') continue
      turns.splice(turns.indexOf(turn), 1)
      turn.resolve('now')
    }
    for (const { turn } of granted) {
      const place = turns.indexOf(turn)
      // It stays in its place, and its reads are counted already.
      if (place !== -1) turns[place] = { ...turn, reads: 0 }
    }
  }

  /** None where another process was faster. */
  async function takeTurns(lane: Lane): Promise<Pick<PlannedTurns<Waiting>, 'granted' | 'againAt'>> {
    const { firmId, turns } = lane
    const known = await connections.get(firmId)
    if (known === undefined) {
      for (const waiting of turns.splice(0)) {
        waiting.resolve({ outcome: 'not-sent', waitingFor: 'connection', until: undefined })
      }
      return { granted: [], againAt: 0 }
    }
    const { connection, granted, refused, againAt } = planTurns(known.doc, lane, now(), slot)
    for (const { turn, because } of refused) {
      turns.splice(turns.indexOf(turn), 1)
      turn.resolve(because)
    }
    const isTaken = granted.length > 0 && (await connections.replace(connection, known.version))
    return { granted: isTaken ? granted : [], againAt }
  }

  async function turnOf(firmId: string, at: number): Promise<'now' | 'missed' | 'paused'> {
    for (let left = at - now().getTime(); left > 0; left = at - now().getTime()) await wait(left)
    // Another process may have been told to pause since the turn was taken.
    const pausedUntil = (await connections.get(firmId))?.doc.pausedUntil
    const time = now().getTime()
    if (pausedUntil !== undefined && Date.parse(pausedUntil) > time) return 'paused'
    return time - at > LATEST ? 'missed' : 'now'
  }
}
