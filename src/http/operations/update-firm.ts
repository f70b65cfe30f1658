import { etag } from '../etag.ts'
import { firmFaults } from '../firm-faults.ts'
import type { Handler } from '../handler.ts'
import { invalidRequest } from '../invalid-request.ts'
import { matchesVersion } from '../matches-version.ts'
import { presentFirm } from '../present-firm.ts'
import { sealHost } from '../seal-host.ts'

/** Changes some facts of a firm. */
export const updateFirm: Handler<'updateFirm'> = async ({ body, path, header }, context) => {
  const { firms, firm, language, allowPrivate } = context
  const errors = firmFaults(body, allowPrivate)
  if (errors.length > 0) return invalidRequest(...errors)
  const ifMatch = header['If-Match']
  if (!matchesVersion(ifMatch, firm.version)) return { problem: 'precondition-failed' }
  const { host: told, ...rest } = body
  const host = told ? await sealHost(path.firmId, told, context) : told
  if (host && 'problem' in host) return host
  const facts = {
    ...rest,
    ...(host !== undefined && { host }),
    ...(body.name !== undefined && { name: body.name.toWellFormed() }),
  }
  const changed = await firms.patch(path.firmId, facts, ifMatch === undefined ? undefined : firm.version)
  if (changed === undefined) return { problem: ifMatch === undefined ? 'not-found' : 'precondition-failed' }
  return { status: 200, body: presentFirm(changed.doc), headers: { ETag: etag(changed.version, language) } }
}
