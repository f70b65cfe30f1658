import type { Handler } from '../handler.ts'

/** Whether the process takes requests: not while it stops, nor while its storage cannot be reached. */
export const getReadiness: Handler<'getReadiness'> = async (_request, { isReady }) =>
  (await isReady()) ? { status: 200, body: { status: 'ok' } } : { problem: 'not-ready' }
