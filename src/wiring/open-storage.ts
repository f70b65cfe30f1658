import path from 'node:path'
import type { Config } from '../config/config.ts'
import type { Storage } from '../storage/storage.ts'

/** The storage that the configuration names. Rejects with a StorageError where it cannot be used. */
export async function openStorage({
  dataDir,
  mongodbUrl,
}: Pick<Config, 'dataDir' | 'mongodbUrl'>): Promise<Storage> {
  if (mongodbUrl === undefined) {
    const { openSqlite } = await import('../storage/sqlite/open-sqlite.ts')
    return openSqlite(path.join(dataDir, 'syncdoctor.sqlite'))
  }
  const { openMongodb } = await import('../storage/mongodb/open-mongodb.ts')
  return openMongodb(mongodbUrl)
}
