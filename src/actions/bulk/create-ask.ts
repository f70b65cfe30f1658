import { actionRefusal } from '../../domain/action-refusal.ts'
import type { Decide } from '../../issues/decide.ts'
import type { IssueStore } from '../../issues/issue-store.ts'
import type { Actions } from '../actions.ts'
import { actionIdOf } from './action-id-of.ts'
import type { BulkAction, Exception } from './bulk-action.ts'
import type { BulkReason } from '../../domain/bulk-reason.ts'

interface Needs {
  readonly store: IssueStore
  readonly actions: Pick<Actions, 'request'>
  readonly decide: Decide
}

export type Ask = (bulk: BulkAction, issueId: string) => Promise<Exception | undefined>

/**
 * Asks for the action of one issue; asking again changes nothing. The answer is there where the bulk action has no action
 * of its own.
 */
export function createAsk({ store, actions, decide }: Needs): Ask {
  return async ({ id: bulkId, firmId, kind, actor, note }, issueId) => {
    const impossible = (reason: BulkReason): Exception => ({ issueId, actionId: null, reason })
    const issue = (await store.get(firmId, issueId))?.doc
    if (issue === undefined) return impossible('not-found')
    const id = actionIdOf(bulkId, issueId)
    if ((await store.action(issue, id)) !== undefined) return undefined
    const reason = actionRefusal(issue, kind, 'owner')
    // Who wants the same as somebody before gets the same action.
    if (reason && reason !== 'under-way') return impossible(reason)
    if (kind === 'skip') {
      const decided = await decide(firmId, issueId, { id, kind, actor, note, ifVersion: undefined })
      if (decided.outcome === 'done') return undefined
      return impossible(decided.outcome === 'forbidden-by-status' ? 'not-open' : decided.outcome)
    }
    const wish = { id, bulkId, kind, actor, note, changes: null, link: null } as const
    const asked = await actions.request(firmId, issueId, wish)
    if (asked.outcome !== 'accepted') return impossible(asked.outcome)
    return asked.action.id === id ? undefined : { issueId, actionId: asked.action.id, reason: null }
  }
}
