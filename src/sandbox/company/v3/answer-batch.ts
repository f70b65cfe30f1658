import { z } from 'zod'
import { entityCalled } from '../entity-called.ts'
import type { Realms } from '../realms/create-realms.ts'
import { answerQuery } from './answer-query.ts'
import { faultBody } from './fault-body.ts'
import { refusal } from './refusal.ts'
import type { Told } from './told.ts'
import { unsupported } from './unsupported.ts'
import { writeEntity } from './write-entity.ts'

const MOST_ITEMS = 30

const batchSchema = z.object({ BatchItemRequest: z.array(z.looseObject({})).default([]) })
const itemSchema = z.looseObject({
  bId: z.string().optional(),
  operation: z.string().optional(),
  optionsData: z.string().optional(),
  Query: z.string().optional(),
})

interface Batch {
  readonly realmId: string
  readonly requestId: string | null
  readonly body: unknown
}

/** Several operations and queries, one after the other; each succeeds or is refused alone. */
export function answerBatch(realms: Realms, batch: Batch): Told {
  const parsed = batchSchema.safeParse(batch.body)
  if (!parsed.success || parsed.data.BatchItemRequest.length === 0) {
    return refusal({ code: '400', message: 'MalformedRequest', detail: 'Batch Request is Empty' })
  }
  const items = parsed.data.BatchItemRequest
  if (items.length > MOST_ITEMS) {
    return refusal({
      code: '1040',
      message: 'Batch size exceeds allowed limit',
      detail: `Batch size exceeds allowed limit of ${MOST_ITEMS}`,
    })
  }
  return { members: { BatchItemResponse: items.map((item) => answerItem(realms, batch, item)) } }
}

function answerItem(realms: Realms, { realmId, requestId }: Batch, item: unknown) {
  const parsed = itemSchema.safeParse(item)
  if (!parsed.success) return { Fault: faultBody(unsupported('BATCH').refused) }
  const { bId, operation = 'create', optionsData, Query, ...members } = parsed.data
  const answer = (): Told => {
    const books = realms.books(realmId)
    if (books === undefined) throw new Error(`There is no company ${realmId}.`)
    if (Query !== undefined) return answerQuery(books, Query)
    const [name = '', body] = Object.entries(members)[0] ?? []
    const entity = entityCalled(name)
    if (entity === undefined) {
      const message = 'Invalid or unsupported object name'
      return refusal({ code: '2000', message, detail: `Object Name: ${name}` })
    }
    return writeEntity(realms, { realmId, requestId, entity, body, operation, include: optionsData ?? '' })
  }
  const answered = answer()
  const told = 'refused' in answered ? { Fault: faultBody(answered.refused) } : answered.members
  return { ...told, ...(bId !== undefined && { bId }) }
}
