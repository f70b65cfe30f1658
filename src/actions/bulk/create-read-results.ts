import type { IssueStore } from '../../issues/issue-store.ts'
import { actionOf } from './action-of.ts'
import type { BulkAction } from './bulk-action.ts'
import type { BulkResult } from './bulk-result.ts'
import { issueIdsOf } from './issue-ids-of.ts'

export type ReadResults = (bulk: BulkAction) => Promise<readonly BulkResult[]>

/** What became of each issue of a bulk action up to now, in its order. */
export function createReadResults(store: IssueStore): ReadResults {
  return async (bulk) => {
    const results: BulkResult[] = []
    for (const issueId of issueIdsOf(bulk)) results.push(await resultOf(bulk, issueId))
    return results
  }

  async function resultOf(bulk: BulkAction, issueId: string): Promise<BulkResult> {
    const { issue, action, reason } = await actionOf(store, bulk, issueId)
    const base = { issueId, record: issue?.record ?? null, actionId: action?.id ?? null }
    if (action !== undefined) {
      const { state, waitingFor } = action
      return { ...base, state, reason: action.reason, waitingFor }
    }
    if (reason !== null) return { ...base, state: 'refused', reason, waitingFor: null }
    if (issue === undefined) return { ...base, state: 'refused', reason: 'not-found', waitingFor: null }
    return bulk.cancelledAt === null
      ? { ...base, state: 'queued', reason: null, waitingFor: null }
      : { ...base, state: 'cancelled', reason: 'cancelled', waitingFor: null }
  }
}
