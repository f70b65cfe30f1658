import type { BooksWrite } from './books.ts'
import type { Description } from './descriptions/description.ts'
import type { Entity } from './entity.ts'
import type { Members } from './read/members.ts'

/** What is about to be written, as it would stand. */
export interface Proposal {
  readonly description: Description
  readonly operation: BooksWrite['operation']
  /** As it stands; undefined: it is new. */
  readonly before: Entity | undefined
  /** As it would stand; for a deletion, as it stands. */
  readonly after: Members
  readonly allowDuplicateDocNumber: boolean
}
