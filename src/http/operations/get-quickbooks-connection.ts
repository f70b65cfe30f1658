import type { Handler } from '../handler.ts'
import { presentConnection } from '../present-connection.ts'

/** Answers how a firm is connected to QuickBooks. */
export const getQuickbooksConnection: Handler<'getQuickbooksConnection'> = async (
  { path },
  { connections },
) => ({ status: 200, body: presentConnection(path.firmId, await connections?.get(path.firmId)) })
