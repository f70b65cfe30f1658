import type { Handler } from '../handler.ts'

/** Disconnects a firm from QuickBooks. */
export const deleteQuickbooksConnection: Handler<'deleteQuickbooksConnection'> = async (
  { path },
  { connections, principal: { type, id } },
) => {
  if (connections === undefined) return { problem: 'quickbooks-not-set-up' }
  await connections.disconnect(path.firmId, { type, id, via: null })
  return { status: 204 }
}
