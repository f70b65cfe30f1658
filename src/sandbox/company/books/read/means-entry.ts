import { descriptions } from '../descriptions/descriptions.ts'
import type { EntityName } from '../entity-name.ts'
import type { Reference } from './reference.ts'

/** Whether a reference of this owner means that entry. */
export function meansEntry(
  { field, id }: Pick<Reference, 'field' | 'id'>,
  owner: EntityName,
  name: EntityName,
  entryId: string,
): boolean {
  if (id !== entryId) return false
  if (field.to === 'parent') return owner === name
  if (field.to === 'name') return descriptions[name].idSpace === 'names'
  return field.to === name
}
