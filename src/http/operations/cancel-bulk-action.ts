import { actorOf } from '../actor-of.ts'
import type { Handler } from '../handler.ts'
import { presentBulkAction } from '../present-bulk-action.ts'

/** Takes a bulk action back: nothing of it begins any more. */
export const cancelBulkAction: Handler<'cancelBulkAction'> = async ({ path }, context) => {
  const { firm, bulkActions, members, principal } = context
  const firmId = firm.doc.id
  const actor = await actorOf(members, { firmId, principal })
  if ('problem' in actor) return actor
  const cancelled = await bulkActions.cancel(firmId, path.bulkActionId, actor)
  switch (cancelled.outcome) {
    case 'cancelled': {
      const { bulk } = cancelled
      return { status: 200, body: presentBulkAction(bulk, await bulkActions.results(bulk)) }
    }
    case 'not-found':
      return { problem: 'not-found' }
    case 'over':
      return { problem: 'action-not-available', reason: 'over' }
  }
}
