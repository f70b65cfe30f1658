import type { Collection, Stored } from './collection.ts'

/** A collection whatever its documents are, for what treats all alike; its index `all` holds every document. */
export interface Kept {
  readonly name: string
  readonly collection: Pick<Collection<Stored, never>, 'page' | 'insert' | 'remove'>
  /** The member of a document that `all` sorts by. */
  readonly sortedBy: string
}
