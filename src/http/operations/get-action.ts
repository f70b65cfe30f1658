import type { Handler } from '../handler.ts'
import { presentAction } from '../present-action.ts'

/** Where an action is, or how it ended. */
export const getAction: Handler<'getAction'> = async ({ path }, { firm, actions }) => {
  const action = await actions.get(firm.doc.id, path.issueId, path.actionId)
  return action === undefined ? { problem: 'not-found' } : { status: 200, body: presentAction(action) }
}
