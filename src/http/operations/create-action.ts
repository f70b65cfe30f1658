import type { Action } from '../../domain/action.ts'
import { actionRefusal } from '../../domain/action-refusal.ts'
import type { Problem } from '../../domain/problem.ts'
import { revisionOf } from '../../domain/revision-of.ts'
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
  const id = occurrenceId && `act_${occurrenceId}`
  const isPerformed = kind === 'resync' || kind === 'delete'
  const actor = await actorOf(members, { firmId, principal, member: body.actor })
  if ('problem' in actor) return actor
  // A request that is repeated after a crash finds the action that it asked for the first time.
  const known = id && (await actions.get(firmId, issueId, id))
  if (known) return answerOf(known)
  const ifMatch = header['If-Match']
  if (!matchesVersion(ifMatch, revisionOf(issue))) return { problem: 'precondition-failed' }
  const reason = actionRefusal(issue.doc, kind, principal.role)
  // Who asks for the same as somebody before gets the same action.
  if (reason && !(isPerformed && reason === 'under-way')) return { problem: 'action-not-available', reason }
  const wish = {
    actor,
    note: note && note.toWellFormed(),
    ifVersion: ifMatch === undefined ? undefined : revisionOf(issue),
  }
  if (kind === 'skip' || kind === 'reopen') {
    const decided = await issues.decide(firmId, issueId, { ...wish, id, kind })
    if (decided.outcome === 'done') return answerOf(decided.action)
    if (decided.outcome !== 'forbidden-by-status') return refusalOf(decided.outcome)
    return { problem: 'action-not-available', reason: kind === 'skip' ? 'not-open' : 'not-skipped' }
  }
  if (!id) return { problem: 'idempotency-key-required' }
  const { changes, link } = body
  const asked = await actions.request(firmId, issueId, {
    ...wish,
    id,
    kind,
    changes: kind === 'resync' && changes !== undefined ? JSON.stringify(changes) : null,
    link: (kind === 'resync' && link?.quickbooksId) || null,
  })
  return asked.outcome === 'accepted' ? answerOf(asked.action) : refusalOf(asked.outcome)
}

/** What is decided is done; what is to be performed can be read where `Location` says. */
function answerOf(action: Action) {
  const { id, firmId, issueId, kind } = action
  if (kind === 'skip' || kind === 'reopen') return { status: 201, body: presentAction(action) } as const
  const headers = {
    Location: `/v1/firms/${encodeURIComponent(firmId)}/issues/${issueId}/actions/${id}`,
    'Retry-After': '1',
  }
  return { status: 202, headers, body: presentAction(action) } as const
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
