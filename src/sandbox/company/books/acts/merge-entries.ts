import { nameReferences } from '../complete/name-references.ts'
import type { Description } from '../descriptions/description.ts'
import { descriptions } from '../descriptions/descriptions.ts'
import type { Draft } from '../draft.ts'
import type { Entity } from '../entity.ts'
import { entityNames } from '../entity-name.ts'
import { missingObject } from '../faults/missing-object.ts'
import { isActive } from '../read/is-active.ts'
import { mapReferences } from '../read/map-references.ts'
import { meansEntry } from '../read/means-entry.ts'
import { refersTo } from '../read/refers-to.ts'
import type { Performed } from '../write/perform-write.ts'
import { saveEntity } from '../write/save-entity.ts'

/** Puts one entry of a list into another: all that named it names the other, and it can never be used again. */
export function mergeEntries(
  draft: Draft,
  description: Description,
  entity: Entity,
  into: string,
): Performed {
  const { name } = description
  const target = draft.get(name, into)
  if (target === undefined) return { faults: [missingObject(name, into, draft)] }
  const isSameType = entity['AccountType'] === target['AccountType']
  if (!isActive(entity) || !isActive(target) || target.Id === entity.Id || !isSameType) {
    return { faults: [{ name: 'deleted-element' }] }
  }
  for (const owner of entityNames) moveReferences(draft, descriptions[owner], description, entity.Id, into)
  draft.merge(name, entity.Id, into)
  const before = draft.get(name, entity.Id) ?? entity
  const after = { ...before, Active: false }
  const proposal = {
    description,
    operation: 'update',
    before,
    after,
    allowDuplicateDocNumber: false,
  } as const
  return { entity: saveEntity(draft, proposal, 'asked') }
}

function moveReferences(
  draft: Draft,
  owner: Description,
  list: Description,
  from: string,
  into: string,
): void {
  for (const one of [...draft.all(owner.name)]) {
    if (!refersTo(owner, one, list.name, from)) continue
    const moved = mapReferences(owner.fields, one, ({ field, id, type, name }) => ({
      value: meansEntry({ field, id }, owner.name, list.name, from) ? into : id,
      ...(name !== undefined && { name }),
      ...(type !== undefined && { type }),
    }))
    draft.change(owner.name, one.Id, nameReferences(owner, moved, draft), 'own')
  }
}
