import { describe, expect, it } from '@jest/globals'
import fc from 'fast-check'
import type { Collection } from '../../src/storage/collection.ts'
import type { Backend } from './backend.ts'
import { newCollections, type Sample, type SampleField } from './samples.ts'

const character = fc.oneof(
  fc.constantFrom('a', 'b', 'é', 'e\u{301}', '\u{1F600}', '\u{10FFFF}', '\0', '\n'),
  fc.string({ minLength: 1, maxLength: 1 }),
)
const word = fc.string({ unit: character, minLength: 1, maxLength: 4 })
const prefix = fc.string({ unit: character, maxLength: 2 })
const words = fc.array(word, { maxLength: 4 })

/** Search by the beginnings of words. */
export function describeWords(backend: Backend): void {
  describe('a search for words', () => {
    const newCollection = newCollections(backend)

    it('finds the documents with a word for each beginning, in one firm or in all', async () => {
      const collection = await newCollection()
      let runs = 0
      await fc.assert(
        fc.asyncProperty(
          fc.array(fc.record({ words, firm: fc.constantFrom('one', 'two') }), { maxLength: 8 }),
          fc.array(prefix, { minLength: 1, maxLength: 3 }),
          async (rows, prefixes) => {
            // Every run searches among its own words only.
            const run = (runs += 1)
            const own = (text: string) => `${run}:${text}`
            const docs = rows.map(({ words, firm }, at) => ({
              id: `${run}:${at}`,
              firm,
              seen: '2026',
              words: words.map(own),
            }))
            await Promise.all(docs.map((doc) => collection.insert(doc)))
            const asked = prefixes.map(own)
            const matching = docs.filter(({ words }) =>
              asked.every((beginning) => words.some((word) => word.startsWith(beginning))),
            )
            const idsOf = (found: readonly Sample[]) => found.map(({ id }) => id).sort()
            for (const firm of ['one', 'two', undefined]) {
              const expected = matching.filter((doc) => firm === undefined || doc.firm === firm)
              expect(await search(collection, asked, firm)).toEqual(idsOf(expected))
            }
          },
        ),
        { numRuns: 40 },
      )
    })

    it('takes a beginning that ends at the last character there is', async () => {
      const collection = await newCollection()
      await collection.insert({
        id: 'a',
        firm: 'f',
        seen: '',
        words: ['z\u{10FFFF}\u{10FFFF}', '\u{10FFFF}'],
      })
      expect(await search(collection, ['z\u{10FFFF}'], 'f')).toEqual(['a'])
      expect(await search(collection, ['z', '\u{10FFFF}'])).toEqual(['a'])
    })

    it('knows the words that a document has now', async () => {
      const collection = await newCollection()
      await collection.insert({ id: 'a', firm: 'f', seen: '', words: ['old', 'kept', 'kept'] })
      await collection.replace({ id: 'a', firm: 'f', seen: '', words: ['new', 'kept'] }, 1)
      expect(await search(collection, ['old'])).toEqual([])
      expect(await search(collection, ['new', 'kept'], 'f')).toEqual(['a'])

      await collection.replace({ id: 'a', firm: 'g', seen: '', words: ['new', 'kept'] }, 2)
      expect(await search(collection, ['new'], 'f')).toEqual([])
      expect(await search(collection, ['new'], 'g')).toEqual(['a'])

      await collection.replace({ id: 'a', firm: 'g', seen: '', words: ['lost'] }, 2)
      expect(await search(collection, ['lost'])).toEqual([])

      await collection.replace({ id: 'a', firm: 'g', seen: '' }, 3)
      expect(await search(collection, ['new'])).toEqual([])
    })

    it('no longer finds what was removed, nor its words under the same id', async () => {
      const collection = await newCollection()
      await collection.insert({ id: 'a', firm: 'f', seen: '', words: ['gone'] })
      await collection.remove('a', 1)
      expect(await search(collection, ['gone'])).toEqual([])
      await collection.insert({ id: 'a', firm: 'f', seen: '', words: ['new'] })
      expect(await search(collection, ['gone'])).toEqual([])
      expect(await search(collection, ['new'])).toEqual(['a'])
    })

    it.each(['recent', 'everywhere'])(
      'is sorted, bounded and continued as any page of %s is',
      async (index) => {
        const collection = await newCollection()
        for (const [id, seen] of ['3', '1', '2', '2', '4', '5'].entries()) {
          await collection.insert({ id: String(id), firm: 'f', seen, words: ['word'] })
        }
        const query = { index, wordPrefixes: ['w'], until: '4', limit: 2 }
        const first = await collection.page({ ...query, descending: true })
        expect(first.map(({ doc }) => doc.id)).toEqual(['4', '0'])
        const rest = await collection.page({ ...query, descending: true, after: { value: '3', id: '0' } })
        expect(rest.map(({ doc }) => doc.id)).toEqual(['3', '2'])
      },
    )
  })
}

async function search(
  collection: Collection<Sample, SampleField>,
  wordPrefixes: readonly string[],
  firm?: string,
): Promise<readonly string[]> {
  const index = firm === undefined ? 'everywhere' : 'recent'
  const found = await collection.page({ index, equals: { firm }, wordPrefixes, limit: 100 })
  return found.map(({ doc }) => doc.id).sort()
}
