import { nameReferences } from '../complete/name-references.ts'
import { descriptions } from '../descriptions/descriptions.ts'
import type { Draft } from '../draft.ts'
import type { Entity } from '../entity.ts'
import type { EntityName } from '../entity-name.ts'
import { entityNames } from '../entity-name.ts'
import { idOf } from '../read/id-of.ts'
import { nameOf } from '../read/name-of.ts'
import { refersTo } from '../read/refers-to.ts'
import { shownName } from '../read/shown-name.ts'

/** Wherever something is named, it is named as it is called now; so is what lies below it. */
export function renameReferences(draft: Draft, name: EntityName, before: Entity, after: Entity): void {
  if (shownName(before) === shownName(after)) return
  for (const owner of entityNames) {
    const description = descriptions[owner]
    for (const entity of [...draft.all(owner)]) {
      if (!refersTo(description, entity, name, after.Id)) continue
      const isBelow = owner === name && idOf(entity, 'ParentRef') === after.Id
      const fullName = `${shownName(after)}:${nameOf(description, entity)}`
      const named = nameReferences(description, entity, draft)
      draft.note(owner, entity.Id, isBelow ? { ...named, FullyQualifiedName: fullName } : named)
      const renamed = draft.get(owner, entity.Id)
      if (isBelow && renamed !== undefined) renameReferences(draft, owner, entity, renamed)
    }
  }
}
