import { endpointOf } from '../endpoint-of.ts'
import type { Handler } from '../handler.ts'
import { invalidRequest } from '../invalid-request.ts'
import { presentDelivery } from '../present-delivery.ts'
import { readCursor } from '../read-cursor.ts'
import { writeCursor } from '../write-cursor.ts'

const SORT = '-createdAt'

/** Answers a page of what an endpoint was told, the newest first. */
export const listWebhookDeliveries: Handler<'listWebhookDeliveries'> = async ({ path, query }, context) => {
  const endpoint = await endpointOf(path, context)
  if (endpoint === undefined) return { problem: 'not-found' }
  const { cursor, limit = 50, state } = query
  const after = cursor === undefined ? undefined : readCursor(cursor, SORT)
  if (cursor !== undefined && after === undefined) {
    return invalidRequest({ in: 'query', pointer: '/cursor', code: 'cursor' })
  }
  const { deliveryLog } = context.webhooks
  const found = await deliveryLog.list(endpoint.id, { state, after, limit: limit + 1 })
  const page = found.slice(0, limit)
  const last = page.at(-1)
  const next = found.length > limit && last !== undefined ? { value: last.createdAt, id: last.id } : null
  return {
    status: 200,
    body: { data: page.map(presentDelivery), nextCursor: next && writeCursor(next, SORT) },
  }
}
