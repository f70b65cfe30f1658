import type { CollectionDesign } from '../collection-design.ts'

/** Where a field stands in a stored document. */
export function pathOf<F extends string>({ fields }: CollectionDesign<F>, field: F): string {
  return `doc.${fields[field]}`
}
