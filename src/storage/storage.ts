import type { CollectionDesign } from './collection-design.ts'
import type { Collection, Stored } from './collection.ts'

/** Where documents are kept. */
export interface Storage {
  /** Makes what the design declares, if it is not there yet. */
  collection<T extends Stored, F extends string>(design: CollectionDesign<F>): Promise<Collection<T, F>>
  /** Rejects while nothing can be read. */
  ping(): Promise<void>
  close(): Promise<void>
}
