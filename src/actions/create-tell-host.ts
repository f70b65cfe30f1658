import type { Issue } from '../domain/issue.ts'
import type { Work } from './work.ts'

export type TellHost = (issue: Issue) => Promise<void>

/**
 * Tells the host of a decision about a record, once. What holds stands in the issue: a host that does not hear of a skip
 * goes on pushing, and its reports change nothing.
 */
export function createTellHost({ hostOf }: Pick<Work, 'hostOf'>): TellHost {
  return async ({ firmId, record, action }) => {
    if (action?.kind !== 'skip' && action?.kind !== 'reopen') return
    const host = await hostOf(firmId)
    if (host === undefined) return
    if (action.kind === 'skip') await host.skipped(record, `${action.id}-skipped`)
    else await host.reopened(record, `${action.id}-reopened`)
  }
}
