import { endpointOf } from '../endpoint-of.ts'
import type { Handler } from '../handler.ts'
import { matchesVersion } from '../matches-version.ts'

/** Removes an endpoint with all that it was told. */
export const deleteWebhookEndpoint: Handler<'deleteWebhookEndpoint'> = async ({ path, header }, context) => {
  const { webhooks, principal } = context
  const known = await endpointOf(path, context)
  if (known === undefined) return { problem: 'not-found' }
  const ifMatch = header['If-Match']
  if (!matchesVersion(ifMatch, known.revision)) return { problem: 'precondition-failed' }
  const ifRevision = ifMatch === undefined ? undefined : known.revision
  if (await webhooks.endpoints.remove(principal.firmId, known.id, ifRevision)) return { status: 204 }
  return { problem: ifMatch === undefined ? 'not-found' : 'precondition-failed' }
}
