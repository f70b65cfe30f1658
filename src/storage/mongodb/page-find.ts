import type { Filter, FindOptions } from 'mongodb'
import type { CollectionDesign } from '../collection-design.ts'
import type { PageQuery } from '../collection.ts'
import { sortField } from '../sort-field.ts'
import { filterEquals } from './filter-equals.ts'
import { pathOf } from './path-of.ts'
import type { StoredDocument } from './stored-document.ts'

interface Find {
  readonly filter: Filter<StoredDocument>
  readonly options: FindOptions
}

/** A page as one range of one index. */
export function pageFind<F extends string>(design: CollectionDesign<F>, query: PageQuery<F>): Find {
  const { index, equals, descending = false, from = '', until, after, wordPrefixes = [], limit } = query
  const sort = pathOf(design, sortField(design, index))
  const direction = descending ? -1 : 1
  const beyond = descending ? '$lt' : '$gt'
  const ranges: Filter<StoredDocument>[] = [
    { [sort]: { $gte: from } },
    ...(until === undefined ? [] : [{ [sort]: { $lte: until } }]),
    // The first makes a range of the index, which the alternative alone does not.
    ...(after === undefined
      ? []
      : [
          { [sort]: { [`${beyond}e`]: after.value } },
          { $or: [{ [sort]: { [beyond]: after.value } }, { _id: { [beyond]: after.id } }] },
        ]),
    ...wordPrefixes.map((prefix) => ({ [`doc.${design.words?.path}`]: { $regex: startingWith(prefix) } })),
  ]
  return {
    filter: { ...filterEquals(design, equals), $and: ranges },
    options: {
      sort: { [sort]: direction, _id: direction },
      limit,
      projection: { _id: 0 },
      // A few words narrow better than any order does, so the planner may choose then.
      ...(wordPrefixes.length === 0 && { hint: index }),
    },
  }
}

/** A pattern that MongoDB reads as a range of an index; a pattern cannot hold NUL itself. */
function startingWith(prefix: string): string {
  return `^${prefix.replaceAll(/[\\^$.*+?()[\]{}|]/gu, '\\$&').replaceAll('\0', '\\x00')}`
}
