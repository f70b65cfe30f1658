import type { Handler } from '../handler.ts'

/** Whether the process answers at all. */
export const getLiveness: Handler<'getLiveness'> = () => ({ status: 200, body: { status: 'ok' } })
