import type { Collection, Stored } from '../../src/storage/collection.ts'

/** What everything throws once the process is dead. */
export class Killed extends Error {}

/**
 * Kills a process at one of its calls to the outside: before it, or after it, when nobody hears the answer. Or lets it
 * stand still there, until it is told to go on.
 */
export class Fuse {
  #calls = 0
  readonly #at: number
  readonly #after: boolean
  readonly #stall: Promise<void> | undefined

  constructor(at = Infinity, after = false, stall?: Promise<void>) {
    this.#at = at
    this.#after = after
    this.#stall = stall
  }

  async through<R>(call: () => Promise<R>): Promise<R> {
    const number = (this.#calls += 1)
    if (this.#stall !== undefined) {
      if (number === this.#at) await this.#stall
      return call()
    }
    if (number > this.#at || (number === this.#at && !this.#after)) throw new Killed()
    const answer = await call()
    if (number >= this.#at) throw new Killed()
    return answer
  }

  /** The collection as this process calls it. */
  collection<T extends Stored, F extends string>(one: Collection<T, F>): Collection<T, F> {
    return {
      insert: (doc) => this.through(() => one.insert(doc)),
      get: (id) => this.through(() => one.get(id)),
      replace: (doc, ifVersion) => this.through(() => one.replace(doc, ifVersion)),
      remove: (id, ifVersion) => this.through(() => one.remove(id, ifVersion)),
      page: (query) => this.through(() => one.page(query)),
      tally: (query) => this.through(() => one.tally(query)),
    }
  }
}
