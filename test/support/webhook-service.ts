import { type Schemas, startService } from './api-client.ts'
import { addFirm, headersOf, NOW } from './tenant.ts'
import { aWebhookEndpoint } from './a-webhook-endpoint.ts'

export const ENDPOINTS = '/v1/webhook-endpoints'

/** The endpoint of the firm `acme` and its event, as they are from the beginning. */
export const ids = { endpointId: 'whe_acme', eventId: 'evt_acme' } as const
export const ENDPOINT = `${ENDPOINTS}/${ids.endpointId}`

/** A service with the firms `acme` and `beta`, each with an endpoint that was told an event, where nobody listens. */
export async function webhookService(variables: Readonly<Record<string, string>> = {}) {
  const service = await startService({ SECRET_KEY: 'ab'.repeat(32), ...variables }, { now: () => NOW })
  const { api, stores } = service
  const host = await addFirm(api, stores)
  await addFirm(api, stores, 'beta')
  await aWebhookEndpoint(stores, 'acme', ids)
  await aWebhookEndpoint(stores, 'beta', { endpointId: 'whe_beta', eventId: 'evt_beta' })
  return {
    ...service,
    /** The host’s key, for all firms. */
    host,
    owner: await headersOf(stores, 'owner', 'acme'),
    stranger: await headersOf(stores, 'owner', 'beta'),

    async add(
      body: Schemas['WebhookEndpointFacts'],
      headers: Readonly<Record<string, string>>,
    ): Promise<Schemas['NewWebhookEndpoint']> {
      return (await api.post(ENDPOINTS, body, headers)).as('NewWebhookEndpoint')
    },
  }
}
