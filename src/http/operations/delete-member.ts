import type { Handler } from '../handler.ts'

/** Removes a person from a firm, and ends their sessions. */
export const deleteMember: Handler<'deleteMember'> = async ({ path }, { members, portal }) => {
  if (!(await members.remove(path.firmId, path.memberId))) return { problem: 'not-found' }
  await portal.signOutEverywhere(path.firmId, path.memberId)
  return { status: 204 }
}
