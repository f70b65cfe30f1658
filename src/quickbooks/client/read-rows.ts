import { z } from 'zod'
import type { BooksEntity } from '../books-entity.ts'
import type { EntityName } from '../entity-name.ts'

const rows = z.array(z.looseObject({ Id: z.string(), SyncToken: z.string() }))

/** What a query found, where its answer is whole: QuickBooks leaves the member out where it found nothing. */
export function readRows(body: unknown, name: EntityName): readonly BooksEntity[] | undefined {
  const answer = z.looseObject({ QueryResponse: z.looseObject({ [name]: rows.default([]) }) })
  return answer.safeParse(body).data?.QueryResponse[name]
}
