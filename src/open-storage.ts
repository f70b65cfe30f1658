import path from 'node:path'
import type { Config } from './config.ts'
import { openSqlite } from './storage/sqlite/open-sqlite.ts'
import type { Storage } from './storage/storage.ts'

/** The storage that the configuration names. Rejects with a StorageError where it cannot be used. */
export async function openStorage({ dataDir }: Pick<Config, 'dataDir' | 'mongodbUrl'>): Promise<Storage> {
  return openSqlite(path.join(dataDir, 'syncdoctor.sqlite'))
}
