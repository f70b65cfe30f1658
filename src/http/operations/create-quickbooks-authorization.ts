import { actorOf } from '../actor-of.ts'
import type { Handler } from '../handler.ts'

/** Makes an address of Intuit's where a person agrees to the connection of a firm. */
export const createQuickbooksAuthorization: Handler<'createQuickbooksAuthorization'> = async (
  { path, body },
  { connections, members, principal },
) => {
  const { firmId } = path
  const { member, lang: language = null } = body
  const wished = { member, pointer: '/member', allowed: ['owner'] } as const
  const actor = await actorOf(members, { firmId, principal, ...wished })
  if ('problem' in actor) return actor
  if (connections === undefined) return { problem: 'quickbooks-not-set-up' }
  const authorization = await connections.authorize({ firmId, actor, language })
  if (authorization === undefined)
    return { problem: 'quickbooks-unreachable', headers: { 'Retry-After': '60' } }
  return { status: 201, body: authorization }
}
