/**
 * A process of its own that works on a storage: it says that it is there, is told what to do, and answers with what it
 * did. It runs what is built, as two processes of the service would.
 */
import { setTimeout as wait } from 'node:timers/promises'
import { createRateLimit } from '../../dist/quickbooks/rate-limit/create-rate-limit.js'
import { openMongodb } from '../../dist/storage/mongodb/open-mongodb.js'
import { openSqlite } from '../../dist/storage/sqlite/open-sqlite.js'

const tasks = {
  /** Adds 1 to a document's amount, as often as told, each time until nobody was faster. */
  add: async (collection, id, times) => {
    for (let added = 0; added < times;) {
      const { doc, version } = await collection.get(id)
      if (await collection.replace({ ...doc, amount: doc.amount + 1 }, version)) added += 1
    }
  },
  /** Replaces version after version; the answer is where it was the first. */
  replaceEach: (collection, doc, versions) => where(versions, (version) => collection.replace(doc, version)),
  /** Inserts one document after another; the answer is where it was the first. */
  insertEach: (collection, ids) => where(ids, (id) => collection.insert({ id, firm: 'f' })),
  /** Inserts until it is killed, and tells of each document once it is acknowledged. */
  insertForever: async (collection) => {
    for (let id = 1; ; id += 1) {
      await collection.insert({ id: String(id), firm: 'f', words: [`word${id}`] })
      process.send(String(id))
    }
  },
  /** Takes a firm's turns of the rate limit, all at once; the answer is when each was given. */
  takeTurns: async (connections, firmId, count) => {
    const looked = { at: 0 }
    const now = () => {
      looked.at = Date.now()
      return new Date(looked.at)
    }
    const { reserve } = createRateLimit({
      connections,
      now,
      wait,
      patience: { read: 600_000, write: 600_000 },
    })
    const take = async () => {
      const turn = await reserve(firmId, { kind: 'read', slots: 1, reads: 1 })
      // When the limit itself saw that it was time: this process may be held up just after.
      return turn === 'now' ? looked.at : turn
    }
    return Promise.all(Array.from({ length: count }, take))
  },
}

async function where(values, isFirst) {
  const first = []
  for (const value of values) if (await isFirst(value)) first.push(value)
  return first
}

process.on('message', async ({ place, design, task, args }) => {
  try {
    const storage = await (place.startsWith('mongodb') ? openMongodb(place) : openSqlite(place))
    const done = await tasks[task](await storage.collection(design), ...args)
    await storage.close()
    process.send({ done })
  } catch (error) {
    process.send({ failed: String(error) })
  }
})
process.send('ready')
