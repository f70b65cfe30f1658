import type { Collections } from '../../src/wiring/create-stores.ts'
import type { Collection, Stored } from '../../src/storage/collection.ts'

/** Every document that is kept, with its version, by collection. */
export async function everythingKept(
  collections: Collections,
): Promise<Readonly<Record<string, readonly unknown[]>>> {
  const kept: Record<string, readonly unknown[]> = {}
  for (const [name, collection] of Object.entries(collections)) {
    kept[name] = await (collection as Pick<Collection<Stored, never>, 'page'>).page({
      index: 'all',
      limit: 10_000,
    })
  }
  return kept
}
