import { etag } from '../etag.ts'
import type { Handler } from '../handler.ts'

/** Answers the facts of a firm. */
export const getFirm: Handler<'getFirm'> = (_request, { firm, language }) => ({
  status: 200,
  body: firm.doc,
  headers: { ETag: etag(firm.version, language) },
})
