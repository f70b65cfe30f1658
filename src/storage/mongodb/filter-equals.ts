import type { Filter } from 'mongodb'
import { askedValues } from '../asked-values.ts'
import type { CollectionDesign } from '../collection-design.ts'
import type { Equals } from '../collection.ts'
import { pathOf } from './path-of.ts'
import type { StoredDocument } from './stored-document.ts'

/** The fields asked for by value; to MongoDB, a member that is not there equals null. */
export function filterEquals<F extends string>(
  design: CollectionDesign<F>,
  equals: Equals<F> | undefined,
): Filter<StoredDocument> {
  return Object.fromEntries(askedValues(equals).map(([field, value]) => [pathOf(design, field), value]))
}
