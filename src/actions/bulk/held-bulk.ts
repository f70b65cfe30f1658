import type { Versioned } from '../../storage/collection.ts'
import { LeaseLost } from '../lease-lost.ts'
import type { BulkAction } from './bulk-action.ts'
import type { BulkCollection } from './bulk-collection.ts'

/** What whoever holds a bulk action says of it. */
type Progress = Partial<
  Pick<BulkAction, 'asked' | 'settled' | 'over' | 'exceptions' | 'finishedAt' | 'dueAt'>
>

interface Needs {
  readonly bulks: BulkCollection
  readonly now: () => Date
}

/** A bulk action that we hold the lease of. */
export class HeldBulk {
  readonly #needs: Needs
  readonly #token: string
  #known: Versioned<BulkAction>

  constructor(needs: Needs, claimed: Versioned<BulkAction>, token: string) {
    this.#needs = needs
    this.#known = claimed
    this.#token = token
  }

  get bulk(): BulkAction {
    return this.#known.doc
  }

  /** Stores how far it is, and lets it go. Rejects with LeaseLost where somebody else has taken over. */
  async put(progress: Progress): Promise<void> {
    const { bulks, now } = this.#needs
    for (;;) {
      const { doc: before, version } = this.#known
      const updatedAt = now().toISOString()
      const hasGrown = (['asked', 'settled', 'over'] as const).some(
        (one) => (progress[one] ?? before[one]) > before[one],
      )
      const doc: BulkAction = {
        ...before,
        ...progress,
        lease: null,
        updatedAt,
        ...(hasGrown && { progressAt: updatedAt }),
      }
      if (await bulks.replace(doc, version)) {
        this.#known = { doc, version: version + 1 }
        return
      }
      const found = await bulks.get(before.id)
      if (found?.doc.lease?.token !== this.#token) throw new LeaseLost()
      // It was cancelled meanwhile: that is looked after at once.
      const { cancelledAt, updatedAt: at } = found.doc
      this.#known = found
      if (cancelledAt !== null) progress = { ...progress, dueAt: at }
    }
  }
}
