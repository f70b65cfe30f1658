import type { Collection, Stored } from '../storage/collection.ts'

/** A collection whose documents belong to firms, and its index that begins with the firm. */
export interface FirmOwned {
  readonly collection: Pick<Collection<Stored, 'firmId'>, 'page' | 'remove'>
  readonly index: string
}

const PAGE = 200

/** Removes a firm's documents from all these collections; what comes in meanwhile, too. */
export async function clearFirm(owned: readonly FirmOwned[], firmId: string): Promise<void> {
  for (const { collection, index } of owned) {
    for (;;) {
      const page = await collection.page({ index, equals: { firmId }, limit: PAGE })
      if (page.length === 0) break
      for (const { doc, version } of page) await collection.remove(doc.id, version)
    }
  }
}
