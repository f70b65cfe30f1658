import type { Handler } from '../handler.ts'
import { presentFirm } from '../present-firm.ts'

/** Answers the firms that the caller may see. */
export const listFirms: Handler<'listFirms'> = async ({ query }, { firms, principal }) => {
  const { cursor, limit = 50 } = query
  if (principal.firmId !== null) {
    const own = await firms.get(principal.firmId)
    return { status: 200, body: { data: own === undefined ? [] : [presentFirm(own.doc)], nextCursor: null } }
  }
  const found = await firms.list(cursor, limit + 1)
  const data = found.slice(0, limit).map(presentFirm)
  return { status: 200, body: { data, nextCursor: found.length > limit ? (data.at(-1)?.id ?? null) : null } }
}
