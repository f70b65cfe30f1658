import type { BulkCollection } from './bulk-collection.ts'
import { HeldBulk } from './held-bulk.ts'

interface Needs {
  readonly bulks: BulkCollection
  readonly newId: () => string
  readonly now: () => Date
  readonly leaseMilliseconds: number
}

export type ClaimBulks = (most: number) => Promise<readonly HeldBulk[]>

/** Takes bulk actions that are due; those of a worker that vanished come up when its lease ends. */
export function createClaimBulks({ bulks, newId, now, leaseMilliseconds }: Needs): ClaimBulks {
  return async (most) => {
    const at = now()
    const until = new Date(at.getTime() + leaseMilliseconds).toISOString()
    const claimed: HeldBulk[] = []
    for (const found of await bulks.page({ index: 'due', until: at.toISOString(), limit: most })) {
      const lease = { token: newId(), until }
      const doc = { ...found.doc, lease, dueAt: until, updatedAt: at.toISOString() }
      // Somebody else may be faster.
      if (!(await bulks.replace(doc, found.version))) continue
      claimed.push(new HeldBulk({ bulks, now }, { doc, version: found.version + 1 }, lease.token))
    }
    return claimed
  }
}
