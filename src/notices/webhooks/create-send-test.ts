import type { SendWebhook } from './create-send-webhook.ts'
import type { WebhookAttempt } from './webhook-delivery.ts'
import type { WebhookEndpoint } from './webhook-endpoint.ts'

interface Needs {
  readonly send: SendWebhook
  readonly newId: () => string
  readonly now: () => Date
}

export type SendTest = (endpoint: WebhookEndpoint) => Promise<WebhookAttempt>

/** Tells an endpoint that this is a test, at once and once, whether or not it is enabled; what comes back changes nothing. */
export function createSendTest({ send, newId, now }: Needs): SendTest {
  return async (endpoint) => {
    const { id: endpointId, firmId } = endpoint
    const message = {
      id: `evt_${newId()}`,
      type: 'test',
      timestamp: now().toISOString(),
      data: { firmId, endpoint: { id: endpointId } },
    }
    return (await send(endpoint, message)).attempt
  }
}
