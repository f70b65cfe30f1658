import type { Handler } from '../handler.ts'
import { invalidRequest } from '../invalid-request.ts'
import { presentEndpoint } from '../present-endpoint.ts'
import { readCursor } from '../read-cursor.ts'
import { writeCursor } from '../write-cursor.ts'

const SORT = 'createdAt'

/** Answers a page of the endpoints of a firm, or of the host's own. */
export const listWebhookEndpoints: Handler<'listWebhookEndpoints'> = async ({ query }, context) => {
  const { webhooks, principal, firms } = context
  const { cursor, limit = 50, firmId = principal.firmId } = query
  if (principal.firmId !== null && firmId !== principal.firmId) return { problem: 'not-found' }
  if (firmId !== null && (await firms.get(firmId)) === undefined) return { problem: 'not-found' }
  const after = cursor === undefined ? undefined : readCursor(cursor, SORT)
  if (cursor !== undefined && after === undefined) {
    return invalidRequest({ in: 'query', pointer: '/cursor', code: 'cursor' })
  }
  const found = await webhooks.endpoints.list(firmId, after, limit + 1)
  const page = found.slice(0, limit)
  const last = page.at(-1)
  const next = found.length > limit && last !== undefined ? { value: last.createdAt, id: last.id } : null
  return {
    status: 200,
    body: { data: page.map(presentEndpoint), nextCursor: next && writeCursor(next, SORT) },
  }
}
