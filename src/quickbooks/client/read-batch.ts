import { z } from 'zod'
import type { BooksEntity } from '../books-entity.ts'
import type { Query } from '../quickbooks.ts'
import { readRows } from './read-rows.ts'

const batch = z.looseObject({ BatchItemResponse: z.array(z.looseObject({ bId: z.string() })) })

/** What each query of a batch found; its number in the batch is its `bId`. Undefined: an answer is missing. */
export function readBatch(
  body: unknown,
  queries: readonly Query[],
): readonly (readonly BooksEntity[])[] | undefined {
  const answers = batch.safeParse(body).data?.BatchItemResponse
  if (answers === undefined) return undefined
  const byId = new Map(answers.map((answer) => [answer.bId, answer]))
  const found = queries.map(({ entity }, number) => readRows(byId.get(String(number)), entity))
  return found.every((rows) => rows !== undefined) ? found : undefined
}
