import type { Firm } from '../domain/firm.ts'
import type { Versioned } from '../storage/collection.ts'
import type { FirmCollection, KeptFirm } from './firm-collection.ts'

/** What a caller says of a firm; the rest is ours. */
type Facts = Omit<Firm, 'id' | 'createdAt' | 'updatedAt'>
export type FirmFacts = Omit<Facts, keyof typeof unsaid> & Partial<Facts>

interface Needs {
  readonly firms: FirmCollection
  /** Removes what belongs to a firm, wherever it is kept. */
  readonly clear: (firmId: string) => Promise<void>
  readonly now: () => Date
}

/** The firms: added by the host, and removed with all that is theirs. */
export function createFirms({ firms, clear, now }: Needs) {
  const at = () => now().toISOString()

  async function get(id: string): Promise<Versioned<Firm> | undefined> {
    const found = await firms.get(id)
    return found?.doc.state === 'active' ? { doc: firmOf(found.doc), version: found.version } : undefined
  }

  async function finish(id: string): Promise<void> {
    await clear(id)
    const found = await firms.get(id)
    if (found?.doc.state === 'deleting') await firms.remove(id, found.version)
  }

  return {
    get,

    /** Adds a firm, or changes all its facts. */
    async put(
      id: string,
      facts: FirmFacts,
    ): Promise<{ readonly created: boolean; readonly firm: Versioned<Firm> }> {
      for (;;) {
        const known = await firms.get(id)
        if (known?.doc.state === 'deleting') {
          await finish(id)
          continue
        }
        const createdAt = known?.doc.createdAt ?? at()
        const doc: KeptFirm = { id, ...unsaid, ...facts, createdAt, updatedAt: at(), state: 'active' }
        const done = known === undefined ? await firms.insert(doc) : await firms.replace(doc, known.version)
        if (done) {
          const version = (known?.version ?? 0) + 1
          return { created: known === undefined, firm: { doc: firmOf(doc), version } }
        }
      }
    },

    /** Changes some facts; undefined: there is no such firm, or it changed after that version. */
    async patch(
      id: string,
      facts: Partial<FirmFacts>,
      ifVersion: number | undefined,
    ): Promise<Versioned<Firm> | undefined> {
      for (;;) {
        const known = await get(id)
        if (known === undefined || (ifVersion !== undefined && known.version !== ifVersion)) return undefined
        const doc: KeptFirm = { ...known.doc, ...facts, updatedAt: at(), state: 'active' }
        if (await firms.replace(doc, known.version)) return { doc: firmOf(doc), version: known.version + 1 }
      }
    },

    /** By id; `after` is the id the last page ended with. */
    async list(after: string | undefined, limit: number): Promise<readonly Firm[]> {
      const page = await firms.page({
        index: 'state',
        equals: { state: 'active' },
        ...(after !== undefined && { after: { value: after, id: after } }),
        limit,
      })
      return page.map(({ doc }) => firmOf(doc))
    },

    /** Removes a firm with all that is its own; false: there is none. From the first moment on nobody finds it. */
    async remove(id: string): Promise<boolean> {
      for (;;) {
        const known = await firms.get(id)
        if (known === undefined) return false
        const marked =
          known.doc.state === 'deleting' ||
          (await firms.replace({ ...known.doc, state: 'deleting' }, known.version))
        if (!marked) continue
        await finish(id)
        return true
      }
    },

    /** Finishes deletions that a stop of the process cut short. */
    async finishDeletions(): Promise<void> {
      for (const { doc } of await firms.page({
        index: 'state',
        equals: { state: 'deleting' },
        limit: 1_000,
      })) {
        await finish(doc.id)
      }
    },
  }
}

export type Firms = ReturnType<typeof createFirms>

/** What holds where the host says nothing of it. */
const unsaid = { host: null, resyncBy: 'syncdoctor' } as const

function firmOf({ state, id, ...firm }: KeptFirm): Firm {
  // Firms that are kept from before lack what came later.
  return { id, ...unsaid, ...firm }
}
