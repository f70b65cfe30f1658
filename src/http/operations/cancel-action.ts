import { actorOf } from '../actor-of.ts'
import type { Handler } from '../handler.ts'
import { presentAction } from '../present-action.ts'

/** Takes an action back that nobody is working at. */
export const cancelAction: Handler<'cancelAction'> = async ({ path }, context) => {
  const { firm, actions, members, principal } = context
  const firmId = firm.doc.id
  const actor = await actorOf(members, { firmId, principal })
  if ('problem' in actor) return actor
  const cancelled = await actions.cancel(firmId, path.issueId, path.actionId, actor)
  switch (cancelled.outcome) {
    case 'cancelled':
      return { status: 200, body: presentAction(cancelled.action) }
    case 'not-found':
      return { problem: 'not-found' }
    case 'over':
    case 'at-work':
      return { problem: 'action-not-available', reason: cancelled.outcome }
  }
}
