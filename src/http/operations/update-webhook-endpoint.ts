import { endpointFaults } from '../endpoint-faults.ts'
import { endpointOf } from '../endpoint-of.ts'
import { etag } from '../etag.ts'
import type { Handler } from '../handler.ts'
import { invalidRequest } from '../invalid-request.ts'
import { matchesVersion } from '../matches-version.ts'
import { presentEndpoint } from '../present-endpoint.ts'

/** Changes some facts of an endpoint. */
export const updateWebhookEndpoint: Handler<'updateWebhookEndpoint'> = async (request, context) => {
  const { body, path, header } = request
  const { webhooks, principal, allowPrivate, language } = context
  const known = await endpointOf(path, context)
  if (known === undefined) return { problem: 'not-found' }
  const errors = endpointFaults(body.url, allowPrivate)
  if (errors.length > 0) return invalidRequest(...errors)
  const ifMatch = header['If-Match']
  if (!matchesVersion(ifMatch, known.revision)) return { problem: 'precondition-failed' }
  const { description, ...rest } = body
  const facts = {
    ...rest,
    ...(description !== undefined && { description: description?.toWellFormed() ?? null }),
  }
  const ifRevision = ifMatch === undefined ? undefined : known.revision
  const changed = await webhooks.endpoints.change(principal.firmId, known.id, facts, ifRevision)
  if (changed === undefined) return { problem: ifMatch === undefined ? 'not-found' : 'precondition-failed' }
  const headers = { ETag: etag(changed.revision, language) }
  return { status: 200, body: presentEndpoint(changed), headers }
}
