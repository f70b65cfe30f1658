import type { Handler } from '../handler.ts'

/** Whether the process takes requests; not while it stops. */
export const getReadiness: Handler<'getReadiness'> = (_request, { isReady }) =>
  isReady() ? { status: 200, body: { status: 'ok' } } : { problem: 'not-ready' }
