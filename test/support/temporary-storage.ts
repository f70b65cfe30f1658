import { afterAll } from '@jest/globals'
import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { openSqlite } from '../../src/storage/sqlite/open-sqlite.ts'
import type { Storage } from '../../src/storage/storage.ts'

const opened: { readonly storage: Storage; readonly folder: string }[] = []

afterAll(async () => {
  for (const { storage, folder } of opened) {
    await storage.close()
    await rm(folder, { recursive: true, force: true })
  }
})

/** A storage of its own in a folder of its own, for one test file. */
export async function temporaryStorage(): Promise<Storage> {
  const folder = await mkdtemp(path.join(tmpdir(), 'syncdoctor-'))
  const storage = await openSqlite(path.join(folder, 'syncdoctor.sqlite'))
  opened.push({ storage, folder })
  return storage
}
