import type { BulkAction } from '../actions/bulk/bulk-action.ts'
import { issueIdsOf } from '../actions/bulk/issue-ids-of.ts'
import type { components } from './api-types.ts'

/** A bulk action as the contract shows it in a list. */
export function presentBulkSummary(bulk: BulkAction): components['schemas']['BulkActionSummary'] {
  const { id, firmId, kind, actor, note, createdAt, updatedAt } = bulk
  const total = issueIdsOf(bulk).length
  return { id, firmId, kind, dryRun: false, state: stateOf(bulk), actor, note, total, createdAt, updatedAt }
}

function stateOf({ cancelledAt, finishedAt, asked }: BulkAction) {
  if (cancelledAt !== null) return 'cancelled'
  if (finishedAt !== null) return 'finished'
  return asked === 0 ? 'queued' : 'running'
}
