import type { Handler } from '../handler.ts'

/** Adds a person to a firm, or puts all their facts anew. */
export const putMember: Handler<'putMember'> = async ({ body, path }, { members }) => {
  const { role, email = null, language = null, notices } = body
  const { firmId, memberId: id } = path
  const facts = { id, firmId, name: body.name.toWellFormed(), email, role, language, notices }
  const { outcome, member } = await members.put(facts)
  return { status: outcome === 'created' ? 201 : 200, body: member }
}
