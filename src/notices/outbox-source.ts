import { emptyOutbox, type Outbox } from '../domain/outbox.ts'
import type { Collection, Stored } from '../storage/collection.ts'

/** A document whose outbox has something to be told. */
export interface DueOutbox {
  readonly firmId: string
  /**
   * Changes it, whatever else becomes of its document meanwhile; `next` answers undefined where it is to stay. The answer is
   * what is kept from now on; undefined: nothing was changed, or the document is gone.
   */
  readonly change: (next: (outbox: Outbox) => Outbox | undefined) => Promise<Outbox | undefined>
}

/** Where documents with outboxes are kept. */
export interface OutboxSource {
  /** Those that are due, the longest waiting first. */
  due(until: string, limit: number): Promise<readonly DueOutbox[]>
}

interface WithOutbox extends Stored {
  /** Null: it is the host's own; nothing is told of that. */
  readonly firmId: string | null
  readonly outbox?: Outbox
}

/** The outboxes of a collection with an index `outboxDue`. */
export function createOutboxSource<T extends WithOutbox>(
  collection: Pick<Collection<T, 'outboxDueAt'>, 'get' | 'page' | 'replace'>,
): OutboxSource {
  async function change(
    id: string,
    next: (outbox: Outbox) => Outbox | undefined,
  ): Promise<Outbox | undefined> {
    for (;;) {
      const found = await collection.get(id)
      const { outbox = emptyOutbox } = found?.doc ?? {}
      const changed = next(outbox)
      if (found === undefined || changed === undefined) return undefined
      const kept = { ...changed, quietWrites: outbox.quietWrites + 1 }
      if (await collection.replace({ ...found.doc, outbox: kept }, found.version)) return kept
    }
  }

  return {
    async due(until, limit) {
      const page = await collection.page({ index: 'outboxDue', until, limit })
      return page.flatMap(({ doc: { id, firmId } }) =>
        firmId === null ? [] : [{ firmId, change: (next) => change(id, next) }],
      )
    },
  }
}
