import { describe, expect, it } from '@jest/globals'
import fc from 'fast-check'
import type { Collection, Position } from '../../src/storage/collection.ts'
import type { Backend } from './backend.ts'
import { newCollections, type Sample, type SampleField } from './samples.ts'
import { utf8Order } from './utf8-order.ts'

const seen = fc.constantFrom('1', '2', '3', 'é', '\u{1F600}')
/** What happens between two pages: documents that come, and which of those there were at first go. */
const meanwhile = fc.record({
  come: fc.array(seen, { maxLength: 3 }),
  go: fc.array(fc.nat({ max: 14 }), { maxLength: 3 }),
})

/** Page after page. */
export function describeWalks(backend: Backend): void {
  describe('a walk through all pages', () => {
    const newCollection = newCollections(backend)

    it('neither repeats nor skips a document, whatever comes and goes between pages', async () => {
      const collection = await newCollection()
      let runs = 0
      await fc.assert(
        fc.asyncProperty(
          fc.array(seen, { maxLength: 15 }),
          fc.array(meanwhile, { maxLength: 8 }),
          fc.boolean(),
          fc.integer({ min: 1, max: 4 }),
          async (first, changes, descending, limit) => {
            const firm = `firm ${(runs += 1)}`
            const docs = first.map((seen, at) => ({ id: `${firm}:${at}`, firm, seen }))
            await Promise.all(docs.map((doc) => collection.insert(doc)))
            const removed = new Set<string>()
            const inserted = new Map(docs.map((doc) => [doc.id, doc]))

            const change = async (page: number) => {
              const { come, go } = changes[page] ?? { come: [], go: [] }
              for (const doc of go.flatMap((at) => docs[at] ?? [])) {
                removed.add(doc.id)
                await collection.remove(doc.id, 1)
              }
              for (const [at, seen] of come.entries()) {
                const doc = { id: `${firm}:${page}+${at}`, firm, seen }
                inserted.set(doc.id, doc)
                await collection.insert(doc)
              }
            }
            const walked = await walk(collection, firm, descending, limit, change)

            const order = descending ? (one: number) => one > 0 : (one: number) => one < 0
            const texts = walked.map(({ seen, id }) => `${seen} ${id}`)
            expect(texts.slice(1).every((text, at) => order(utf8Order(texts[at] ?? '', text)))).toBe(true)
            expect(walked.every((doc) => inserted.get(doc.id)?.seen === doc.seen)).toBe(true)
            const stayed = docs.map(({ id }) => id).filter((id) => !removed.has(id))
            expect(walked.map(({ id }) => id)).toEqual(expect.arrayContaining(stayed))
          },
        ),
        { numRuns: 30 },
      )
    })
  })
}

async function walk(
  collection: Collection<Sample, SampleField>,
  firm: string,
  descending: boolean,
  limit: number,
  betweenPages: (page: number) => Promise<void>,
): Promise<readonly Sample[]> {
  const walked: Sample[] = []
  for (let page = 0, after: Position | undefined; ; page += 1) {
    const found = await collection.page({ index: 'recent', equals: { firm }, descending, limit, after })
    walked.push(...found.map(({ doc }) => doc))
    const last = found.at(-1)?.doc
    if (last === undefined) return walked
    after = { value: last.seen ?? '', id: last.id }
    await betweenPages(page)
  }
}
