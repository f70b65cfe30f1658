import { type Db, MongoClient } from 'mongodb'
import { StorageError } from '../storage-error.ts'
import type { Storage } from '../storage.ts'
import { createMongodbCollection } from './mongodb-collection.ts'

/** Where an address names none. */
const DATABASE = 'syncdoctor'

/** Whatever an address says: what is acknowledged is on the disks of the majority, and is what is read next. */
const DURABLE = {
  writeConcern: { w: 'majority', journal: true },
  readConcern: { level: 'majority' },
  readPreference: 'primary',
  retryWrites: true,
} as const

/** Opens the database that the address names. Rejects with a StorageError where it cannot be reached or used. */
export async function openMongodb(url: string): Promise<Storage> {
  const { client, database } = await connect(url)
  return {
    collection: (design) => createMongodbCollection(database, design),
    ping: async () => {
      await database.command({ ping: 1 })
    },
    close: () => client.close(),
  }
}

async function connect(url: string): Promise<{ readonly client: MongoClient; readonly database: Db }> {
  let client: MongoClient | undefined
  try {
    client = new MongoClient(url, { appName: DATABASE, ...DURABLE })
    const database = client.db(namesDatabase(url) ? undefined : DATABASE)
    await database.command({ ping: 1 })
    return { client, database }
  } catch (error) {
    await client?.close()
    // The driver's messages name hosts and options, never a user or a password.
    const { message } = error as Error
    throw new StorageError(`MongoDB cannot be used: ${message}. Check MONGODB_URL and the server it names.`, {
      cause: error,
    })
  }
}

function namesDatabase(url: string): boolean {
  return /^[^/]+\/\/[^/]+\/[^?]/u.test(url)
}
