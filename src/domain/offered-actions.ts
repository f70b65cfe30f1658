import type { ActionKind } from './action-kind.ts'
import type { RecordType } from './record-type.ts'

/**
 * The actions that make sense for a record: delete exists for services only, as the published page says.
 * With an unknown record type the item's own list stands.
 */
export function offeredActions(
  actions: readonly ActionKind[],
  recordType: RecordType | undefined,
): readonly ActionKind[] {
  return actions.filter((kind) => kind !== 'delete' || recordType === undefined || recordType === 'service')
}
