import type { CollectionDesign } from './collection-design.ts'

/** The field that an index sorts by; asking for an index that is not declared is a bug. */
export function sortField<F extends string>(design: CollectionDesign<F>, index: string): F {
  const sort = design.indexes[index]?.at(-1)
  if (sort === undefined) throw new Error(`${design.name} declares no index ${index}.`)
  return sort
}
