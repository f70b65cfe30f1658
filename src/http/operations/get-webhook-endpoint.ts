import { endpointOf } from '../endpoint-of.ts'
import { etag } from '../etag.ts'
import type { Handler } from '../handler.ts'
import { presentEndpoint } from '../present-endpoint.ts'

/** Answers an endpoint, without its secret. */
export const getWebhookEndpoint: Handler<'getWebhookEndpoint'> = async ({ path }, context) => {
  const endpoint = await endpointOf(path, context)
  if (endpoint === undefined) return { problem: 'not-found' }
  const headers = { ETag: etag(endpoint.revision, context.language) }
  return { status: 200, body: presentEndpoint(endpoint), headers }
}
