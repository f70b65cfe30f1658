import type { WebhookAttempt } from './webhook-delivery.ts'

/** Whether it was taken: an answer that points elsewhere is not followed, and is none. */
export function isDelivered({ status }: Pick<WebhookAttempt, 'status'>): boolean {
  return status !== null && status >= 200 && status < 300
}
