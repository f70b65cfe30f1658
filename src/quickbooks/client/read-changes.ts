import { z } from 'zod'
import type { EntityName } from '../entity-name.ts'
import type { Changes } from '../quickbooks.ts'

/** QuickBooks tells no more at once. */
const MOST = 1_000

const gone = z.looseObject({ Id: z.string(), status: z.literal('Deleted') })
const present = z.looseObject({ Id: z.string(), SyncToken: z.string() })
const rows = z.array(
  z.union([gone.transform(({ Id }) => ({ deleted: Id })), present.transform((changed) => ({ changed }))]),
)
const answer = z.looseObject({
  CDCResponse: z.array(z.looseObject({ QueryResponse: z.array(z.looseObject({})) })),
})

/** What changed, by kind in the order asked for; undefined: the answer is not whole. */
export function readChanges(body: unknown, entities: readonly EntityName[]): readonly Changes[] | undefined {
  const told = answer.safeParse(body).data?.CDCResponse.flatMap(({ QueryResponse }) => QueryResponse)
  if (told === undefined) return undefined
  const lists = entities.map((entity) => rows.safeParse(told.flatMap((one) => one[entity] ?? [])).data)
  const complete = lists.reduce((sum, list) => sum + (list?.length ?? 0), 0) < MOST
  const changes = entities.map((entity, at): Changes | undefined => {
    const list = lists[at]
    return (
      list && {
        entity,
        changed: list.flatMap((one) => ('changed' in one ? [one.changed] : [])),
        deleted: list.flatMap((one) => ('deleted' in one ? [one.deleted] : [])),
        complete,
      }
    )
  })
  return changes.every((one) => one !== undefined) ? changes : undefined
}
