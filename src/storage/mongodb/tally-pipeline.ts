import type { Document } from 'mongodb'
import type { CollectionDesign } from '../collection-design.ts'
import type { TallyQuery } from '../collection.ts'
import { filterEquals } from './filter-equals.ts'
import { pathOf } from './path-of.ts'

/** A tally whose every field stands in one index. */
export function tallyPipeline<F extends string>(
  design: CollectionDesign<F>,
  { equals, by, sum }: TallyQuery<F>,
): Document[] {
  // A member that is not there would make a group beside that of null.
  const groups = by.map((field) => [field, { $ifNull: [`$${pathOf(design, field)}`, null] }])
  return [
    { $match: filterEquals(design, equals) },
    {
      $group: {
        _id: Object.fromEntries(groups) as Document,
        count: { $sum: 1 },
        // Fractions are not exact beyond 2^53, whole numbers of 64 bits are.
        sum: { $sum: sum === undefined ? 0 : { $toLong: `$${pathOf(design, sum)}` } },
      },
    },
  ]
}
