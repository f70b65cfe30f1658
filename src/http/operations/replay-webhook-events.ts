import type { ReplayPosition } from '../../notices/webhooks/create-replay.ts'
import { endpointOf } from '../endpoint-of.ts'
import type { Handler } from '../handler.ts'
import { instant } from '../instant.ts'
import { invalidRequest } from '../invalid-request.ts'
import { readCursor } from '../read-cursor.ts'
import { writeCursor } from '../write-cursor.ts'

/** Tells an endpoint everything since a time again. */
export const replayWebhookEvents: Handler<'replayWebhookEvents'> = async ({ path, body }, context) => {
  const endpoint = await endpointOf(path, context)
  if (endpoint === undefined) return { problem: 'not-found' }
  if (endpoint.state === 'disabled') return { problem: 'webhook-endpoint-disabled' }
  const since = instant(body.since)
  if (since === undefined) return invalidRequest({ in: 'body', pointer: '/since', code: 'format' })
  const from = body.cursor === undefined ? undefined : positionIn(body.cursor, since)
  if (body.cursor !== undefined && from === undefined) {
    return invalidRequest({ in: 'body', pointer: '/cursor', code: 'cursor' })
  }
  // Whose cursor it is makes no difference to the firms that an endpoint may be told of.
  const isOthers = from !== undefined && endpoint.firmId !== null && from.firmId !== endpoint.firmId
  if (isOthers) return invalidRequest({ in: 'body', pointer: '/cursor', code: 'cursor' })
  const { count, next } = await context.webhooks.replay.since(endpoint, since, from)
  const nextCursor = next ? writeCursor({ value: String(next.place), id: next.firmId }, since) : null
  return { status: 202, body: { events: count, nextCursor } }
}

/** A cursor is good for its own time only. */
function positionIn(cursor: string, since: string): ReplayPosition | undefined {
  const position = readCursor(cursor, since)
  if (position === undefined || !/^\d{1,12}$/u.test(position.value)) return undefined
  return { firmId: position.id, place: Number(position.value) }
}
