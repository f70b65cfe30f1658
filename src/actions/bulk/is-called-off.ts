import type { Action } from '../../domain/action.ts'
import type { BulkCollection } from './bulk-collection.ts'

export type IsCalledOff = (action: Action) => Promise<boolean>

/**
 * Whether the bulk action that an action belongs to is cancelled. It is looked at before anything is sent: whoever still
 * asked for actions while somebody else cancelled causes no write.
 */
export function createIsCalledOff(bulks: BulkCollection): IsCalledOff {
  return async ({ bulkId }) =>
    bulkId !== null && ((await bulks.get(bulkId))?.doc.cancelledAt ?? null) !== null
}
