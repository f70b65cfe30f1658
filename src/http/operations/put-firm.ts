import { etag } from '../etag.ts'
import { firmFaults } from '../firm-faults.ts'
import type { Handler } from '../handler.ts'
import { invalidRequest } from '../invalid-request.ts'

/** Adds a firm, or puts all its facts anew. */
export const putFirm: Handler<'putFirm'> = async ({ body, path }, { firms, language }) => {
  const errors = firmFaults(body)
  if (errors.length > 0) return invalidRequest(...errors)
  const { locale = 'en-US', timeZone = 'UTC', currency = 'USD', notificationAddresses = [] } = body
  const name = body.name.toWellFormed()
  const facts = { name, locale, timeZone, currency, notificationAddresses }
  const { created, firm } = await firms.put(path.firmId, facts)
  return { status: created ? 201 : 200, body: firm.doc, headers: { ETag: etag(firm.version, language) } }
}
