import { etag } from '../etag.ts'
import { firmFaults } from '../firm-faults.ts'
import type { Handler } from '../handler.ts'
import { invalidRequest } from '../invalid-request.ts'
import { presentFirm } from '../present-firm.ts'
import { sealHost } from '../seal-host.ts'

/** Adds a firm, or puts all its facts anew. */
export const putFirm: Handler<'putFirm'> = async ({ body, path }, context) => {
  const { firms, language, allowPrivate } = context
  const errors = firmFaults(body, allowPrivate)
  if (errors.length > 0) return invalidRequest(...errors)
  const { locale = 'en-US', timeZone = 'UTC', currency = 'USD', notificationAddresses = [] } = body
  const { resyncBy = 'syncdoctor' } = body
  const host = body.host ? await sealHost(path.firmId, body.host, context) : null
  if (host !== null && 'problem' in host) return host
  const name = body.name.toWellFormed()
  const facts = { name, locale, timeZone, currency, notificationAddresses, host, resyncBy }
  const { created, firm } = await firms.put(path.firmId, facts)
  return {
    status: created ? 201 : 200,
    body: presentFirm(firm.doc),
    headers: { ETag: etag(firm.version, language) },
  }
}
