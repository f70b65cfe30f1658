import { afterAll, beforeAll, describe, expect, it } from '@jest/globals'
import { MongoClient } from 'mongodb'
import { openMongodb } from '../../src/storage/mongodb/open-mongodb.ts'
import { pageFind } from '../../src/storage/mongodb/page-find.ts'
import type { StoredDocument } from '../../src/storage/mongodb/stored-document.ts'
import { tallyPipeline } from '../../src/storage/mongodb/tally-pipeline.ts'
import { describeWithMongodb } from '../support/mongodb.ts'
import { describeStorage } from './conformance.ts'
import { everyQuery } from './every-query.ts'
import { samples } from './samples.ts'

describeWithMongodb('MongoDB', (newUrl) => {
  describeStorage('as a storage', { open: openMongodb, newPlace: newUrl })

  describe('by its plans', () => {
    const url = newUrl()
    const client = new MongoClient(url)
    const collection = client.db().collection<StoredDocument>(samples.name)
    beforeAll(async () => {
      const storage = await openMongodb(url)
      const documents = await storage.collection(samples)
      await documents.insert({ id: 'a' })
      await storage.close()
    })
    afterAll(() => client.close())

    it.each(everyQuery(samples))('uses the index $index', async ({ index, pages, tally }) => {
      for (const query of pages) {
        const { filter, options } = pageFind(samples, query)
        expect(scansOf(await collection.find(filter, options).explain())).toEqual([index])
      }
      const pipeline = tallyPipeline(samples, tally)
      expect(scansOf(await collection.aggregate(pipeline, { hint: index }).explain())).toEqual([index])
    })

    it.each([
      ['words', { firm: 'f' }],
      ['words_everywhere', {}],
    ])('can use the index %s', async (hint, equals) => {
      const { filter, options } = pageFind(samples, {
        index: 'recent',
        equals,
        wordPrefixes: ['x'],
        limit: 50,
      })
      expect(scansOf(await collection.find(filter, { ...options, hint }).explain())).toEqual([hint])
    })
  })
})

/** The indexes that a plan goes through; a collection read from end to end has none. */
function scansOf(explained: object): readonly string[] {
  const plan = JSON.stringify(explained)
  if (plan.includes('COLLSCAN')) return []
  return [...new Set([...plan.matchAll(/"indexName":"(\w+)"/gu)].map(([, name = '']) => name))]
}
