import { etag } from '../etag.ts'
import type { Handler } from '../handler.ts'
import { presentFirm } from '../present-firm.ts'

/** Answers the facts of a firm. */
export const getFirm: Handler<'getFirm'> = (_request, { firm, language }) => ({
  status: 200,
  body: presentFirm(firm.doc),
  headers: { ETag: etag(firm.version, language) },
})
