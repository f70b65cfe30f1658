import { endpointOf } from '../endpoint-of.ts'
import type { Handler } from '../handler.ts'
import { presentDelivery } from '../present-delivery.ts'

/** Tells an endpoint an event again. */
export const replayWebhookDelivery: Handler<'replayWebhookDelivery'> = async ({ path }, context) => {
  const endpoint = await endpointOf(path, context)
  if (endpoint === undefined) return { problem: 'not-found' }
  if (endpoint.state === 'disabled') return { problem: 'webhook-endpoint-disabled' }
  const delivery = await context.webhooks.replay.one(endpoint, path.eventId)
  if (delivery === undefined) return { problem: 'not-found' }
  return { status: 202, body: presentDelivery(delivery) }
}
