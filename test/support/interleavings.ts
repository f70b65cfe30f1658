import { setImmediate as breathe } from 'node:timers/promises'
import type { Collection, Stored } from '../../src/storage/collection.ts'

/** Lets an actor wait for its turn before each call. */
export type Gate = <T>(call: () => Promise<T>) => Promise<T>

/** Works that are to run at once, each with a gate of its own. */
export type Actors = readonly ((gate: Gate) => Promise<unknown>)[]

interface Turn {
  readonly taken: number
  readonly possible: readonly number[]
}

/**
 * Runs the actors again and again, in every order in which their gated calls can come; returns how many there are.
 * `begin` makes the actors of one run, and `end` looks at what they left.
 */
export async function everyInterleaving<T>(
  begin: (run: number) => Promise<{ readonly actors: Actors; readonly about: T }>,
  end: (about: T) => Promise<void>,
): Promise<number> {
  let path: readonly number[] | undefined = []
  let runs = 0
  while (path !== undefined) {
    const { actors, about } = await begin(runs)
    const turns = await takeTurns(actors, path)
    await end(about)
    runs += 1
    path = nextPath(turns)
  }
  return runs
}

async function takeTurns(actors: Actors, path: readonly number[]): Promise<readonly Turn[]> {
  const waiting = new Map<number, () => void>()
  let live = actors.length
  const all = Promise.all(
    actors.map(async (act, actor) => {
      try {
        await act(async (call) => {
          await new Promise<void>((go) => waiting.set(actor, go))
          return call()
        })
      } finally {
        live -= 1
      }
    }),
  )
  const turns: Turn[] = []
  for (;;) {
    while (waiting.size < live) await breathe()
    const possible = [...waiting.keys()].toSorted()
    const taken = path[turns.length] ?? possible[0]
    if (taken === undefined) break
    turns.push({ taken, possible })
    const go = waiting.get(taken)
    waiting.delete(taken)
    go?.()
  }
  await all
  return turns
}

/** The last turn that somebody else could have had, taken by the next one. */
function nextPath(turns: readonly Turn[]): readonly number[] | undefined {
  for (let i = turns.length - 1; i >= 0; i -= 1) {
    const { taken, possible } = turns[i] ?? { taken: 0, possible: [] }
    const other = possible.find((actor) => actor > taken)
    if (other !== undefined) return [...turns.slice(0, i).map((turn) => turn.taken), other]
  }
  return undefined
}

/** A collection whose every call goes through the gate. */
export function gated<T extends Stored, F extends string>(
  collection: Collection<T, F>,
  gate: Gate,
): Collection<T, F> {
  return {
    insert: (doc) => gate(() => collection.insert(doc)),
    get: (id) => gate(() => collection.get(id)),
    replace: (doc, ifVersion) => gate(() => collection.replace(doc, ifVersion)),
    remove: (id, ifVersion) => gate(() => collection.remove(id, ifVersion)),
    page: (query) => gate(() => collection.page(query)),
    tally: (query) => gate(() => collection.tally(query)),
  }
}
