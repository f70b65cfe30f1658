import type { CollectionDesign } from './collection-design.ts'

/** The fields of a declared index; asking for any other is a bug. */
export function indexFields<F extends string>(design: CollectionDesign<F>, index: string): readonly F[] {
  const fields = design.indexes[index]
  if (fields === undefined) throw new Error(`${design.name} declares no index ${index}.`)
  return fields
}
