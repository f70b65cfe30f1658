import type { Actor } from '../domain/actor.ts'
import type { Principal } from '../domain/principal.ts'
import type { Problem } from '../domain/problem.ts'
import type { MemberRole } from '../domain/role.ts'
import type { Members } from '../firms/members.ts'
import { invalidRequest } from './invalid-request.ts'

interface Wish {
  readonly firmId: string
  readonly principal: Principal
  /** The member that the caller acts for. */
  readonly member?: string | null | undefined
  /** Where the member stands in the request's body. */
  readonly pointer?: string
  /** Which members may do it themselves. */
  readonly allowed?: readonly MemberRole[]
}

/** In whose name something is done. Only the host's key acts for members, and only for those who may do it themselves. */
export async function actorOf(
  members: Members,
  { firmId, principal, member, pointer = '/actor', allowed = ['owner', 'admin'] }: Wish,
): Promise<Actor | Problem> {
  const { type, id, role } = principal
  if (member === undefined || member === null) return { type, id, via: null }
  if (type === 'member' && member === id) return { type, id, via: null }
  if (role !== 'integrator') return { problem: 'forbidden' }
  const known = await members.get(firmId, member)
  if (known === undefined) return invalidRequest({ in: 'body', pointer, code: 'unknown' })
  if (!allowed.includes(known.role)) return { problem: 'forbidden' }
  return { type: 'member', id: member, via: id }
}
