import type { WebhookDelivery } from '../notices/webhooks/webhook-delivery.ts'
import type { components } from './api-types.ts'

/** What became of telling an endpoint an event, as the contract shows it. */
export function presentDelivery(delivery: WebhookDelivery): components['schemas']['WebhookDelivery'] {
  const { noticeId: eventId, firmId, type, subject, sequence, state, attempts, createdAt } = delivery
  return { eventId, firmId, type, subject, sequence, state, attempts, createdAt }
}
