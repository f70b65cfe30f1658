import type { Handler } from '../handler.ts'

/** Removes a firm with all that is its own, and takes its connection back at Intuit as well as that can be done. */
export const deleteFirm: Handler<'deleteFirm'> = async ({ path }, { firms, connections, principal }) => {
  const { type, id } = principal
  await connections?.disconnect(path.firmId, { type, id, via: null }, 'untold')
  return (await firms.remove(path.firmId)) ? { status: 204 } : { problem: 'not-found' }
}
