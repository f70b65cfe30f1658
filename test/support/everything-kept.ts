import type { Collections } from '../../src/create-stores.ts'
import type { Collection, Stored } from '../../src/storage/collection.ts'

/** For each collection an index that all its documents are in. */
const indexes: Readonly<Record<keyof Collections, string>> = {
  issues: 'lastSeen',
  movedReports: 'expired',
  movedHistory: 'firm',
  syncedRecords: 'expired',
  members: 'firm',
  portalLinks: 'expired',
  sessions: 'expired',
  keptAnswers: 'expired',
  keys: 'all',
  firms: 'state',
}

/** Every document that is kept, with its version, by collection. */
export async function everythingKept(
  collections: Collections,
): Promise<Readonly<Record<string, readonly unknown[]>>> {
  const kept: Record<string, readonly unknown[]> = {}
  for (const [name, index] of Object.entries(indexes)) {
    const collection = collections[name as keyof Collections] as Pick<Collection<Stored, never>, 'page'>
    kept[name] = await collection.page({ index, limit: 10_000 })
  }
  return kept
}
