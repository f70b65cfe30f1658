import type { Actor } from '../../domain/actor.ts'
import type { Position, Versioned } from '../../storage/collection.ts'
import type { BulkAction } from './bulk-action.ts'
import type { BulkCollection } from './bulk-collection.ts'
import type { ChooseIssues } from './create-choose-issues.ts'
import type { Forecast } from './create-forecast.ts'
import type { ReadResults } from './create-read-results.ts'

interface Needs {
  readonly bulks: BulkCollection
  readonly choose: ChooseIssues
  readonly forecast: Forecast
  readonly results: ReadResults
  readonly now: () => Date
  /** Something is due. */
  readonly wake: () => void
}

/** How long it is kept what a bulk action was; what became of its issues stands with these. */
const KEPT_MILLISECONDS = 365 * 24 * 60 * 60 * 1000

export type CancelledBulk =
  { readonly outcome: 'cancelled'; readonly bulk: BulkAction } | { readonly outcome: 'not-found' | 'over' }

/** Asks for bulk actions, looks at them, and takes them back. */
export function createBulkActions({ bulks, choose, forecast, results, now, wake }: Needs) {
  async function get(firmId: string, id: string): Promise<Versioned<BulkAction> | undefined> {
    const found = await bulks.get(id)
    return found?.doc.firmId === firmId ? found : undefined
  }

  return {
    choose,
    forecast,
    results,

    /** When this resolves, the bulk action is kept for good; the same wish told again finds it. */
    async request(
      wish: Pick<BulkAction, 'id' | 'firmId' | 'kind' | 'actor' | 'note' | 'ranks'>,
    ): Promise<BulkAction> {
      const at = now()
      const createdAt = at.toISOString()
      const bulk: BulkAction = {
        ...wish,
        asked: 0,
        settled: 0,
        over: 0,
        exceptions: [],
        progressAt: createdAt,
        cancelledAt: null,
        cancelledBy: null,
        finishedAt: null,
        lease: null,
        dueAt: createdAt,
        createdAt,
        updatedAt: createdAt,
        expiresAt: new Date(at.getTime() + KEPT_MILLISECONDS).toISOString(),
      }
      if (await bulks.insert(bulk)) {
        wake()
        return bulk
      }
      return (await get(wish.firmId, wish.id))?.doc ?? bulk
    },

    get: async (firmId: string, id: string): Promise<BulkAction | undefined> => (await get(firmId, id))?.doc,

    /** The newest first. */
    async list(firmId: string, after: Position | undefined, limit: number): Promise<readonly BulkAction[]> {
      const page = await bulks.page({ index: 'firm', equals: { firmId }, descending: true, after, limit })
      return page.map(({ doc }) => doc)
    },

    /** From when this resolves on, nothing of it begins any more; what is at work ends. */
    async cancel(firmId: string, id: string, actor: Actor): Promise<CancelledBulk> {
      for (;;) {
        const found = await get(firmId, id)
        if (found === undefined) return { outcome: 'not-found' }
        const { doc, version } = found
        if (doc.cancelledAt !== null) return { outcome: 'cancelled', bulk: doc }
        if (doc.finishedAt !== null) return { outcome: 'over' }
        const at = now().toISOString()
        const dueAt = doc.lease === null ? at : doc.dueAt
        const bulk = { ...doc, cancelledAt: at, cancelledBy: actor, progressAt: at, updatedAt: at, dueAt }
        if (await bulks.replace(bulk, version)) {
          wake()
          return { outcome: 'cancelled', bulk }
        }
      }
    },
  }
}

export type BulkActions = ReturnType<typeof createBulkActions>
