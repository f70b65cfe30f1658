import { allowedActions } from '../../domain/allowed-actions.ts'
import type { Problem } from '../../domain/problem.ts'
import { actorOf } from '../actor-of.ts'
import type { Handler } from '../handler.ts'
import { matchesVersion } from '../matches-version.ts'
import { presentAction } from '../present-action.ts'

/** Asks for a resync or a deletion, skips an issue, or takes a skip back. */
export const createAction: Handler<'createAction'> = async ({ path, body, header }, context) => {
  const { firm, issues, actions, members, principal, occurrenceId } = context
  const firmId = firm.doc.id
  const { issueId } = path
  const issue = await issues.get(firmId, issueId)
  if (issue === undefined) return { problem: 'not-found' }
  const { kind, note = null } = body
  const isPerformed = kind === 'resync' || kind === 'delete'
  if (isPerformed && occurrenceId === undefined) return { problem: 'idempotency-key-required' }
  const actor = await actorOf(members, { firmId, principal, member: body.actor })
  if ('problem' in actor) return actor
  const ifMatch = header['If-Match']
  if (!matchesVersion(ifMatch, issue.version)) return { problem: 'precondition-failed' }
  const { reason } =
    allowedActions(issue.doc, principal.role).find((one) => one.kind === kind && !one.allowed) ?? {}
  if (reason) return { problem: 'action-not-available', reason }
  const wish = {
    actor,
    note: note && note.toWellFormed(),
    ifVersion: ifMatch === undefined ? undefined : issue.version,
  }
  if (isPerformed) {
    const { changes, link } = body
    const asked = await actions.request(firmId, issueId, {
      ...wish,
      kind,
      // A request that is repeated after a crash finds the action that it asked for the first time.
      id: `act_${occurrenceId}`,
      changes: kind === 'resync' && changes !== undefined ? JSON.stringify(changes) : null,
      link: (kind === 'resync' && link?.quickbooksId) || null,
    })
    if (asked.outcome !== 'accepted') return refusalOf(asked.outcome)
    const { id } = asked.action
    const headers = {
      Location: `/v1/firms/${encodeURIComponent(firmId)}/issues/${issueId}/actions/${id}`,
      'Retry-After': '1',
    }
    return { status: 202, headers, body: presentAction(asked.action) }
  }
  const decided = await issues.decide(firmId, issueId, { ...wish, kind })
  if (decided.outcome === 'done') return { status: 201, body: presentAction(decided.action) }
  if (decided.outcome !== 'forbidden-by-status') return refusalOf(decided.outcome)
  return { problem: 'action-not-available', reason: kind === 'skip' ? 'not-open' : 'not-skipped' }
}

function refusalOf(outcome: 'not-found' | 'changed' | 'not-open' | 'under-way'): Problem {
  switch (outcome) {
    case 'not-found':
      return { problem: 'not-found' }
    case 'changed':
      return { problem: 'precondition-failed' }
    case 'not-open':
    case 'under-way':
      return { problem: 'action-not-available', reason: outcome }
  }
}
