import { descriptions } from '../descriptions/descriptions.ts'
import type { Draft } from '../draft.ts'
import type { Entity } from '../entity.ts'
import type { EntityName } from '../entity-name.ts'
import { entityNames } from '../entity-name.ts'
import { nameReferences } from '../complete/name-references.ts'
import { refersTo } from '../read/refers-to.ts'
import { shownName } from '../read/shown-name.ts'

/** Wherever something is named, it is named as it is called now. */
export function renameReferences(draft: Draft, name: EntityName, before: Entity, after: Entity): void {
  if (shownName(before) === shownName(after)) return
  for (const owner of entityNames) {
    const description = descriptions[owner]
    for (const entity of [...draft.all(owner)]) {
      if (!refersTo(description, entity, name, after.Id)) continue
      draft.note(owner, entity.Id, nameReferences(description, entity, draft))
    }
  }
}
