import { presentItem } from '../../guides/present-item.ts'
import type { Handler } from '../handler.ts'

/** One row of the error table. */
export const getErrorItem: Handler<'getErrorItem'> = ({ path }, { items, guides, language }) => {
  const item = items.find(({ slug }) => slug === path.slug)
  return item === undefined
    ? { problem: 'not-found' }
    : { status: 200, body: presentItem(item, guides, language) }
}
