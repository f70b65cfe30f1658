import { endpointFaults } from '../endpoint-faults.ts'
import { etag } from '../etag.ts'
import type { Handler } from '../handler.ts'
import { invalidRequest } from '../invalid-request.ts'
import { presentEndpoint } from '../present-endpoint.ts'

/** Adds an endpoint, and answers its secret this once. */
export const createWebhookEndpoint: Handler<'createWebhookEndpoint'> = async ({ body }, context) => {
  const { webhooks, principal, firms, allowPrivate, language } = context
  const { url, description = null, types = null, firmId = principal.firmId } = body
  // Nobody learns which firms there are beside their own.
  if (principal.firmId !== null && firmId !== principal.firmId) return { problem: 'not-found' }
  if (firmId !== null && (await firms.get(firmId)) === undefined) return { problem: 'not-found' }
  const errors = endpointFaults(url, allowPrivate)
  if (errors.length > 0) return invalidRequest(...errors)
  const told = description?.toWellFormed() ?? null
  const made = await webhooks.endpoints.create({ firmId, url, description: told, types })
  if (made === 'no-key') return { problem: 'secrets-not-set-up' }
  if (made === 'too-many') return { problem: 'too-many-webhook-endpoints' }
  const { endpoint, secret } = made
  return {
    status: 201,
    body: { ...presentEndpoint(endpoint), secret },
    headers: { ETag: etag(endpoint.revision, language) },
  }
}
