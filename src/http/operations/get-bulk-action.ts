import type { Handler } from '../handler.ts'
import { presentBulkAction } from '../present-bulk-action.ts'

/** How far a bulk action is, and what became of each issue. */
export const getBulkAction: Handler<'getBulkAction'> = async ({ path }, { firm, bulkActions }) => {
  const bulk = await bulkActions.get(firm.doc.id, path.bulkActionId)
  if (bulk === undefined) return { problem: 'not-found' }
  return { status: 200, body: presentBulkAction(bulk, await bulkActions.results(bulk)) }
}
