import { z } from 'zod'
import { activeOrNot } from './active-or-not.ts'
import { entryInBooks } from './entry-in-books.ts'
import type { Probe } from './probe.ts'
import { referencesOf } from './references-of.ts'
import { unread } from './unread.ts'

const lines = z.object({
  Line: z.array(
    z.object({
      SalesItemLineDetail: z
        .object({ ItemRef: z.object({ value: z.string(), name: z.string().optional() }).optional() })
        .optional(),
    }),
  ),
})

/** Beyond this many a list of names helps nobody. */
const MOST_NAMES = 10

/** Can every product and service of the document be used? The refusal does not say which one cannot. */
export const itemStates: Probe = async ({ books, sent, now }) => {
  const ids = referencesOf(sent?.body).flatMap(({ entity, id }) => (entity === 'Item' ? [id] : []))
  if (sent === undefined || ids.length === 0) return undefined
  const answer = await books.query({
    entity: 'Item',
    where: [{ field: 'Id', operator: 'IN', value: ids }, activeOrNot],
    limit: 1_000,
  })
  if (answer.outcome !== 'read') return unread(answer)
  const items = answer.value.map(entryInBooks)
  const names = namesIn(sent.body)
  const inactive = items.filter(({ isActive }) => !isActive).map(({ name }) => name)
  const categories = items
    .filter(({ Type, isActive }) => isActive && Type === 'Category')
    .map(({ name }) => name)
  const missing = ids.filter((id) => !items.some((item) => item.id === id)).map((id) => names.get(id) ?? id)
  const isUsable = inactive.length + categories.length + missing.length === 0
  return {
    kind: 'item-states',
    values: {
      isUsable,
      inactive: inactive.slice(0, MOST_NAMES),
      missing: missing.slice(0, MOST_NAMES),
      categories: categories.slice(0, MOST_NAMES),
    },
    source: 'quickbooks',
    readAt: now().toISOString(),
    cause: isUsable ? 'gone' : 'stands',
    recommends: isUsable ? 'resync' : null,
  }
}

/** What the document itself calls its products and services, by their ids. */
function namesIn(body: unknown): ReadonlyMap<string, string> {
  const references = (lines.safeParse(body).data?.Line ?? []).flatMap(
    ({ SalesItemLineDetail }) => SalesItemLineDetail?.ItemRef ?? [],
  )
  return new Map(references.flatMap(({ value, name }) => (name === undefined ? [] : [[value, name]])))
}
