import { allowedActions } from '../../domain/allowed-actions.ts'
import { actorOf } from '../actor-of.ts'
import type { Handler } from '../handler.ts'
import { matchesVersion } from '../matches-version.ts'

/** Skips an issue, or takes a skip back. */
export const createAction: Handler<'createAction'> = async ({ path, body, header }, context) => {
  const { firm, issues, members, principal } = context
  const firmId = firm.doc.id
  const issue = await issues.get(firmId, path.issueId)
  if (issue === undefined) return { problem: 'not-found' }
  const wished = { member: body.actor, pointer: '/actor', allowed: ['owner', 'admin'] } as const
  const actor = await actorOf(members, { firmId, principal, ...wished })
  if ('problem' in actor) return actor
  const ifMatch = header['If-Match']
  if (!matchesVersion(ifMatch, issue.version)) return { problem: 'precondition-failed' }
  const { kind, note = null } = body
  const { reason } =
    allowedActions(issue.doc, principal.role).find((one) => one.kind === kind && !one.allowed) ?? {}
  if (reason) return { problem: 'action-not-available', reason }
  if (kind === 'resync' || kind === 'delete') return { problem: 'action-not-available', reason: 'not-yet' }
  const ifVersion = ifMatch === undefined ? undefined : issue.version
  const wish = { kind, actor, note: note && note.toWellFormed(), ifVersion }
  const decided = await issues.decide(firmId, path.issueId, wish)
  switch (decided.outcome) {
    case 'not-found':
      return { problem: 'not-found' }
    case 'changed':
      return { problem: 'precondition-failed' }
    case 'forbidden-by-status':
      return { problem: 'action-not-available', reason: kind === 'skip' ? 'not-open' : 'not-skipped' }
    case 'done':
      return {
        status: 201,
        body: {
          ...decided.action,
          waitingFor: null,
          reason: null,
          tries: [],
          outcome: null,
          quickbooksId: null,
          intuitTid: null,
          faults: [],
          updatedAt: decided.action.createdAt,
        },
      }
  }
}
