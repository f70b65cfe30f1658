import type { Handler } from '../handler.ts'

/** Adds a person to a firm, or puts all their facts anew. */
export const putMember: Handler<'putMember'> = async ({ body, path }, { members }) => {
  const { role, email = null, language = null } = body
  const { firmId, memberId: id } = path
  const member = { id, firmId, name: body.name.toWellFormed(), email, role, language }
  const done = await members.put(member)
  return { status: done === 'created' ? 201 : 200, body: member }
}
