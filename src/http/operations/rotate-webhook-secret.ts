import { etag } from '../etag.ts'
import type { Handler } from '../handler.ts'
import { presentEndpoint } from '../present-endpoint.ts'

/** Makes a new secret for an endpoint, and answers it this once; for a day the former one signs along. */
export const rotateWebhookSecret: Handler<'rotateWebhookSecret'> = async ({ path }, context) => {
  const { webhooks, principal, language } = context
  const rotated = await webhooks.endpoints.rotateSecret(principal.firmId, path.endpointId)
  if (rotated === undefined) return { problem: 'not-found' }
  if (rotated === 'no-key') return { problem: 'secrets-not-set-up' }
  const { endpoint, secret } = rotated
  return {
    status: 200,
    body: { ...presentEndpoint(endpoint), secret },
    headers: { ETag: etag(endpoint.revision, language) },
  }
}
