import { endpointOf } from '../endpoint-of.ts'
import type { Handler } from '../handler.ts'

/** Sends an endpoint a test, and answers what came back. */
export const testWebhookEndpoint: Handler<'testWebhookEndpoint'> = async ({ path }, context) => {
  const endpoint = await endpointOf(path, context)
  if (endpoint === undefined) return { problem: 'not-found' }
  return { status: 200, body: await context.webhooks.sendTest(endpoint) }
}
