import type { Handler } from '../handler.ts'

/** Answers the people of a firm. */
export const listMembers: Handler<'listMembers'> = async ({ path, query }, { members }) => {
  const { cursor, limit = 50 } = query
  const found = await members.list(path.firmId, cursor, limit + 1)
  const data = found.slice(0, limit)
  return { status: 200, body: { data, nextCursor: found.length > limit ? (data.at(-1)?.id ?? null) : null } }
}
