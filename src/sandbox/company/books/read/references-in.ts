import type { Fields } from '../descriptions/field.ts'
import { mapReferences } from './map-references.ts'
import type { Members } from './members.ts'
import type { Reference } from './reference.ts'

/** Every reference in these members, in their order. */
export function referencesIn(fields: Fields, members: Members): readonly Reference[] {
  const found: Reference[] = []
  mapReferences(fields, members, (reference) => {
    found.push(reference)
    return {}
  })
  return found
}
