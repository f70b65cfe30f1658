import { DatabaseSync, type DatabaseSyncInstance } from '@photostructure/sqlite'
import { mkdirSync, statSync } from 'node:fs'
import path from 'node:path'
import { setTimeout as wait } from 'node:timers/promises'
import { StorageError } from '../storage-error.ts'
import type { Storage } from '../storage.ts'
import { inTransaction } from './in-transaction.ts'
import { isBusy } from './is-busy.ts'
import { createSqliteCollection } from './sqlite-collection.ts'

/** "SDOC": tells a file of ours from any other. */
const APPLICATION_ID = 0x53_44_4f_43
/** How the file is laid out; a file of a later layout is refused. */
const LAYOUT = 1
/** How long one process waits for another's write. */
const BUSY_MILLISECONDS = 15_000
/** In one step, as another process may be making the file. */
const MARKS = `SELECT application_id AS application, user_version AS layout,
  (SELECT count(*) FROM sqlite_schema) AS tables FROM pragma_application_id, pragma_user_version`
/** Reading a larger file through at every start would keep its users waiting. */
const CHECKED_BYTES = 64 * 1024 * 1024

/**
 * Opens the file, or makes it. Several processes may have it open. Rejects with a StorageError where the file is not
 * ours, damaged, or written by a later version; it is left as it is.
 */
export async function openSqlite(file: string): Promise<Storage> {
  const database = await open(file)
  return {
    collection: async (design) => createSqliteCollection(database, design),
    ping: async () => database.exec('SELECT 1'),
    close: async () => {
      if (!database.isOpen) return
      // The library lets go of the file when the process ends; a copy of it is whole from now on.
      database.exec('PRAGMA wal_checkpoint(PASSIVE)')
      database.close()
    },
  }
}

interface Marks {
  readonly application: number
  readonly layout: number
  readonly tables: number
}

async function open(file: string): Promise<DatabaseSyncInstance> {
  let database: DatabaseSyncInstance | undefined
  try {
    mkdirSync(path.dirname(file), { recursive: true })
    database = new DatabaseSync(file, { timeout: BUSY_MILLISECONDS })
    await prepare(database, file)
    return database
  } catch (error) {
    database?.close()
    if (error instanceof StorageError) throw error
    throw new StorageError(`The database file ${file} cannot be opened: ${reasonOf(error)}`, { cause: error })
  }
}

async function prepare(database: DatabaseSyncInstance, file: string): Promise<void> {
  const { application, layout, tables } = database.prepare(MARKS).get() as unknown as Marks
  if (application !== APPLICATION_ID && (application !== 0 || layout !== 0 || tables !== 0)) {
    throw new StorageError(`${file} is not a database of SyncDoctor. Choose another DATA_DIR.`)
  }
  if (layout > LAYOUT) {
    throw new StorageError(
      `The database file ${file} was written by a later version of SyncDoctor (layout ${layout}, this version ` +
        `knows ${LAYOUT}). Start that version, or restore a backup into another DATA_DIR.`,
    )
  }
  if (statSync(file).size <= CHECKED_BYTES) check(database, file)
  await switchToWal(database)
  database.exec('PRAGMA synchronous = FULL')
  if (application === APPLICATION_ID) return
  inTransaction(database, () =>
    database.exec(`PRAGMA application_id = ${APPLICATION_ID}; PRAGMA user_version = ${LAYOUT}`),
  )
}

function check(database: DatabaseSyncInstance, file: string): void {
  const row = database.prepare('PRAGMA quick_check(1)').get() as { readonly quick_check: string }
  if (row.quick_check !== 'ok') {
    throw new StorageError(
      `The database file ${file} is damaged (${row.quick_check.replaceAll('\n', ' ')}). Restore a backup into another DATA_DIR.`,
    )
  }
}

/** Of several processes that open a new file at once, one switches; the busy time-out does not cover the switch. */
async function switchToWal(database: DatabaseSyncInstance): Promise<void> {
  for (let waited = 0; ; waited += 20) {
    try {
      database.exec('PRAGMA journal_mode = WAL')
      return
    } catch (error) {
      if (!isBusy(error) || waited >= BUSY_MILLISECONDS) throw error
      await wait(20)
    }
  }
}

function reasonOf(error: unknown): string {
  const { message = '' } = error as { readonly message?: string }
  return /malformed|not a database|vtable constructor failed/u.test(message)
    ? `it is damaged (${message}). Restore a backup into another DATA_DIR.`
    : message
}
