import type { BulkCollection } from './bulk-collection.ts'

interface Needs {
  readonly bulks: BulkCollection
  readonly now: () => Date
}

export type HurryBulk = (bulkId: string) => Promise<void>

/** Makes a bulk action due at once; where somebody holds it, or changes it meanwhile, it is looked at anyway. */
export function createHurryBulk({ bulks, now }: Needs): HurryBulk {
  return async (bulkId) => {
    const found = await bulks.get(bulkId)
    const at = now().toISOString()
    if (found === undefined || found.doc.lease !== null) return
    const { dueAt } = found.doc
    if (dueAt !== null && dueAt > at) await bulks.replace({ ...found.doc, dueAt: at }, found.version)
  }
}
