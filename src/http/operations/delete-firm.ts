import type { Handler } from '../handler.ts'

/** Removes a firm with all that is its own. */
export const deleteFirm: Handler<'deleteFirm'> = async ({ path }, { firms }) =>
  (await firms.remove(path.firmId)) ? { status: 204 } : { problem: 'not-found' }
