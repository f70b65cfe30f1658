import type { CompanySettings } from './books.ts'
import type { Entity } from './entity.ts'
import type { EntityName } from './entity-name.ts'

/** The books, as a check looks at them: with what this write has changed so far. */
export interface BooksView {
  readonly settings: CompanySettings
  /** Today in the company, YYYY-MM-DD. */
  readonly today: string
  get(name: EntityName, id: string): Entity | undefined
  /** Oldest first. */
  all(name: EntityName): Iterable<Entity>
  wasDeleted(name: EntityName, id: string): boolean
  /** Whether it was merged into another entry of its list. */
  wasMerged(name: EntityName, id: string): boolean
}
