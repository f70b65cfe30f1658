import type { BooksEntity } from '../books-entity.ts'
import type { Query } from '../quickbooks.ts'
import { BATCH_SLOTS } from '../rate-limit/batch-slots.ts'
import type { ReadOutcome } from '../read-outcome.ts'
import type { Call } from './call.ts'
import { criteriaOf } from './criteria-of.ts'
import { performRead } from './perform-read.ts'
import { readBatch } from './read-batch.ts'
import { readRows } from './read-rows.ts'

type Found = readonly (readonly BooksEntity[])[]

const BATCH_SIZE = 30
/** Longer queries do not fit into every server's addresses; they go in a body. */
const LONGEST_IN_ADDRESS = 2_000

/** Asks queries in as few requests as they fit into; the answers stand in their order. */
export async function ask(call: Call, queries: readonly Query[]): Promise<ReadOutcome<Found>> {
  const open = queries.filter((query) => !matchesNothing(query))
  const found = new Map<Query, readonly BooksEntity[]>()
  for (let from = 0; from < open.length; from += BATCH_SIZE) {
    const some = open.slice(from, from + BATCH_SIZE)
    const outcome = await askAtOnce(call, some)
    if (outcome.outcome !== 'read') return outcome
    outcome.value.forEach((rows, at) => {
      const query = some[at]
      if (query !== undefined) found.set(query, rows)
    })
  }
  return { outcome: 'read', value: queries.map((query) => found.get(query) ?? []) }
}

/** An empty list is none that QuickBooks' query language can write. */
function matchesNothing({ where = [] }: Query): boolean {
  return where.some(({ value }) => Array.isArray(value) && value.length === 0)
}

function askAtOnce(call: Call, queries: readonly Query[]): Promise<ReadOutcome<Found>> {
  const texts = queries.map(criteriaOf)
  const [query, ...more] = queries
  const [criteria = ''] = texts
  // A batch takes the turns of many single requests.
  if (query !== undefined && more.length === 0 && criteria.length <= LONGEST_IN_ADDRESS) {
    return performRead(call, {
      start: (client, done) => client[`find${query.entity}s`](criteria, done),
      accept: (body) => {
        const rows = readRows(body, query.entity)
        return rows && [rows]
      },
    })
  }
  const items = queries.map(({ entity }, number) => ({
    bId: String(number),
    Query: `select * from ${entity}${texts[number]}`,
  }))
  return performRead(call, {
    slots: BATCH_SLOTS,
    reads: items.length,
    start: (client, done) => client.batch(items, done),
    accept: (body) => readBatch(body, queries),
  })
}
