import type { PersonAct } from '../books.ts'
import { descriptions } from '../descriptions/descriptions.ts'
import type { Draft } from '../draft.ts'
import { missingObject } from '../faults/missing-object.ts'
import { isActive } from '../read/is-active.ts'
import { changeSettings } from '../settings/change-settings.ts'
import type { Performed } from '../write/perform-write.ts'
import { saveEntity } from '../write/save-entity.ts'
import { makeInactive } from './make-inactive.ts'
import { mergeEntries } from './merge-entries.ts'

/** Does in a draft what a person does in QuickBooks' own pages. */
export function performAct(draft: Draft, act: PersonAct): Performed {
  if (act.act === 'change-settings') return { entity: changeSettings(draft, act.settings) }
  const description = descriptions[act.entity]
  const entity = draft.get(act.entity, act.id)
  if (draft.settings.subscription === 'ended') return { faults: [{ name: 'subscription-ended' }] }
  if (entity === undefined) return { faults: [missingObject(act.entity, act.id, draft)] }
  if (description.kind !== 'list') {
    return { faults: [{ name: 'unsupported-operation', values: { operation: act.act } }] }
  }
  switch (act.act) {
    case 'make-inactive':
      return isActive(entity) ? makeInactive(draft, description, entity) : { entity }
    case 'make-active': {
      if (draft.wasMerged(act.entity, act.id)) return { faults: [{ name: 'deleted-element' }] }
      const after = { ...entity, Active: true }
      const proposal = {
        description,
        operation: 'update',
        before: entity,
        after,
        allowDuplicateDocNumber: false,
      } as const
      return { entity: isActive(entity) ? entity : saveEntity(draft, proposal, 'asked') }
    }
    case 'merge':
      return mergeEntries(draft, description, entity, act.into)
  }
}
