import { etag } from '../etag.ts'
import { firmFaults } from '../firm-faults.ts'
import type { Handler } from '../handler.ts'
import { invalidRequest } from '../invalid-request.ts'
import { matchesVersion } from '../matches-version.ts'

/** Changes some facts of a firm. */
export const updateFirm: Handler<'updateFirm'> = async (
  { body, path, header },
  { firms, firm, language },
) => {
  const errors = firmFaults(body)
  if (errors.length > 0) return invalidRequest(...errors)
  const ifMatch = header['If-Match']
  if (!matchesVersion(ifMatch, firm.version)) return { problem: 'precondition-failed' }
  const facts = { ...body, ...(body.name !== undefined && { name: body.name.toWellFormed() }) }
  const changed = await firms.patch(path.firmId, facts, ifMatch === undefined ? undefined : firm.version)
  if (changed === undefined) return { problem: ifMatch === undefined ? 'not-found' : 'precondition-failed' }
  return { status: 200, body: changed.doc, headers: { ETag: etag(changed.version, language) } }
}
