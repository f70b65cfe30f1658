import type { WebhookEndpoint } from '../notices/webhooks/webhook-endpoint.ts'
import type { components } from './api-types.ts'

/** A webhook endpoint as the contract shows it, without its secrets. */
export function presentEndpoint(endpoint: WebhookEndpoint): components['schemas']['WebhookEndpoint'] {
  const { id, firmId, url, description, types, state, reason } = endpoint
  const { failingSince, createdAt, updatedAt } = endpoint
  return { id, firmId, url, description, types, state, reason, failingSince, createdAt, updatedAt }
}
