import { presentItem } from '../../guides/present-item.ts'
import type { Handler } from '../handler.ts'

/** The error table as published, beside our correction. */
export const listErrorItems: Handler<'listErrorItems'> = (_request, { items, guides, language }) => ({
  status: 200,
  body: { data: items.map((item) => presentItem(item, guides, language)) },
})
