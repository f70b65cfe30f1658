import { type Db, MongoServerError } from 'mongodb'
import type { CollectionDesign } from '../collection-design.ts'
import type { Collection, PageQuery, Stored, Tally, TallyQuery, Value, Versioned } from '../collection.ts'
import { exactSum } from '../exact-sum.ts'
import { toJson } from '../to-json.ts'
import { createIndexes } from './create-indexes.ts'
import { pageFind } from './page-find.ts'
import type { StoredDocument } from './stored-document.ts'
import { tallyPipeline } from './tally-pipeline.ts'

const DUPLICATE_KEY = 11_000

/** A collection in MongoDB: the documents as they are, with an index for each that the design declares. */
export async function createMongodbCollection<T extends Stored, F extends string>(
  database: Db,
  design: CollectionDesign<F>,
): Promise<Collection<T, F>> {
  const collection = database.collection<StoredDocument>(design.name)
  await createIndexes(collection, design)
  return {
    insert: async (doc) => {
      try {
        await collection.insertOne({ _id: doc.id, version: 1, doc: plain(doc) })
        return true
      } catch (error) {
        if (error instanceof MongoServerError && error.code === DUPLICATE_KEY) return false
        throw error
      }
    },
    get: async (id) => {
      const stored = await collection.findOne({ _id: id })
      return stored === null ? undefined : versioned<T>(stored)
    },
    replace: async (doc, ifVersion) => {
      const done = await collection.replaceOne(
        { _id: doc.id, version: ifVersion },
        { version: ifVersion + 1, doc: plain(doc) },
      )
      return done.matchedCount === 1
    },
    remove: async (id, ifVersion) => {
      const done = await collection.deleteOne({ _id: id, version: ifVersion })
      return done.deletedCount === 1
    },
    page: async (query: PageQuery<F>) => {
      const { filter, options } = pageFind(design, query)
      return (await collection.find(filter, options).toArray()).map((stored) => versioned<T>(stored))
    },
    tally: async (query: TallyQuery<F>) => {
      const groups = await collection
        .aggregate<Group<F>>(tallyPipeline(design, query), { hint: query.index, useBigInt64: true })
        .toArray()
      return groups.map(tallyOf)
    },
  }
}

/** As JSON has it: the driver would keep what is undefined, and make an object of its own of one with `$ref`. */
function plain(doc: object): object {
  return JSON.parse(toJson(doc)) as object
}

function versioned<T>({ doc, version }: StoredDocument): Versioned<T> {
  return { doc: plain(doc) as T, version }
}

interface Group<F extends string> {
  readonly _id: Readonly<Record<F, Value>>
  readonly count: number
  readonly sum: number | bigint
}

function tallyOf<F extends string>({ _id, count, sum }: Group<F>): Tally<F> {
  return { by: _id, count, sum: exactSum(sum) }
}
