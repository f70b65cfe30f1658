import type { WebhookEndpoint } from '../notices/webhooks/webhook-endpoint.ts'
import type { CallerContext } from './context.ts'

/** An endpoint that the caller may see; undefined: there is none. */
export async function endpointOf(
  { endpointId }: { readonly endpointId: string },
  { webhooks, principal }: Pick<CallerContext, 'webhooks' | 'principal'>,
): Promise<WebhookEndpoint | undefined> {
  return webhooks.endpoints.get(principal.firmId, endpointId)
}
