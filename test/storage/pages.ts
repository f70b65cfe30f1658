import { describe, expect, it } from '@jest/globals'
import fc from 'fast-check'
import type { PageQuery } from '../../src/storage/collection.ts'
import type { Backend } from './backend.ts'
import { newCollections, type Sample, type SampleField } from './samples.ts'
import { utf8Order } from './utf8-order.ts'

type Query = PageQuery<SampleField>

const seen = fc.constantFrom('', 'a', 'ab', 'b', 'é', 'e\u{301}', '\u{FFFD}', '\u{1F600}', 'a\0', 'a\0b')
const status = fc.constantFrom(null, undefined, 'open', 'Open', '', 1, 1.5, 2 ** 40)
const rows = fc.array(fc.record({ seen: fc.option(seen), status }), { maxLength: 12 })
const maybe = <T>(values: fc.Arbitrary<T>) => fc.option(values, { nil: undefined })
const queries = fc.record({
  status: fc.option(fc.constantFrom(null, 'open', 1, 2 ** 40), { nil: undefined }),
  descending: maybe(fc.boolean()),
  from: maybe(seen),
  until: maybe(seen),
  after: maybe(fc.record({ value: seen, id: fc.constantFrom('', '3', '7', 'zz') })),
  limit: fc.integer({ min: 1, max: 6 }),
})

/** One page. */
export function describePages(backend: Backend): void {
  describe('a page', () => {
    const newCollection = newCollections(backend)

    it('holds what is asked for, in order, and no more than its limit', async () => {
      const collection = await newCollection()
      let runs = 0
      await fc.assert(
        fc.asyncProperty(rows, fc.array(queries, { minLength: 1, maxLength: 5 }), async (rows, queries) => {
          const firm = `firm ${(runs += 1)}`
          const docs = rows.map(({ seen, status }, at) => ({
            id: `${firm}:${at}`,
            firm,
            seen,
            ...(status !== undefined && { state: { is: status } }),
          }))
          await Promise.all(docs.map((doc) => collection.insert(doc)))
          for (const { status, after, ...rest } of queries) {
            const query: Query = {
              ...rest,
              ...(after && { after: { ...after, id: `${firm}:${after.id}` } }),
              index: status === undefined ? 'recent' : 'by_status',
              equals: { firm, status },
            }
            const page = await collection.page(query)
            expect(page.map(({ doc }) => doc.id)).toEqual(expected(docs, query))
          }
        }),
        { numRuns: 40 },
      )
    })

    it('leaves out what has nothing to sort by', async () => {
      const collection = await newCollection()
      await collection.insert({ id: 'null', firm: 'f', seen: null })
      await collection.insert({ id: 'absent', firm: 'f' })
      await collection.insert({ id: 'empty', firm: 'f', seen: '' })
      const page = await collection.page({ index: 'everywhere', limit: 9 })
      expect(page.map(({ doc }) => doc.id)).toEqual(['empty'])
    })
  })
}

/** The ids of a page, worked out the slow way. */
function expected(docs: readonly Sample[], query: Query): readonly string[] {
  const { equals = {}, descending, from = '', until, after, limit } = query
  const sign = descending ? -1 : 1
  const order = (one: Sorted, other: Sorted) =>
    sign * (utf8Order(one.seen, other.seen) || utf8Order(one.id, other.id))
  return docs
    .flatMap((doc) => (typeof doc.seen === 'string' ? [{ ...doc, seen: doc.seen }] : []))
    .filter(({ state }) => equals.status === undefined || (state?.is ?? null) === equals.status)
    .filter(({ seen }) => utf8Order(seen, from) >= 0)
    .filter(({ seen }) => until === undefined || utf8Order(seen, until) <= 0)
    .filter((doc) => after === undefined || order(doc, { seen: after.value, id: after.id }) > 0)
    .sort(order)
    .slice(0, limit)
    .map(({ id }) => id)
}

interface Sorted {
  readonly seen: string
  readonly id: string
}
