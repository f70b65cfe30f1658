import type { Handler } from '../handler.ts'
import { invalidRequest } from '../invalid-request.ts'
import { presentBulkSummary } from '../present-bulk-summary.ts'
import { readCursor } from '../read-cursor.ts'
import { writeCursor } from '../write-cursor.ts'

const SORT = '-createdAt'

/** Answers a page of a firm's bulk actions, the newest first. */
export const listBulkActions: Handler<'listBulkActions'> = async ({ query }, { firm, bulkActions }) => {
  const { cursor, limit = 50 } = query
  const after = cursor === undefined ? undefined : readCursor(cursor, SORT)
  if (cursor !== undefined && after === undefined) {
    return invalidRequest({ in: 'query', pointer: '/cursor', code: 'cursor' })
  }
  const found = await bulkActions.list(firm.doc.id, after, limit + 1)
  const page = found.slice(0, limit)
  const last = page.at(-1)
  const next = found.length > limit && last !== undefined ? { value: last.createdAt, id: last.id } : null
  return {
    status: 200,
    body: { data: page.map(presentBulkSummary), nextCursor: next && writeCursor(next, SORT) },
  }
}
