import { afterAll } from '@jest/globals'
import { mkdtemp, readdir, readFile, rm } from 'node:fs/promises'
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
  return (await temporaryDatabase()).storage
}

/** The same, and all that stands in its files right now. */
export async function temporaryDatabase(): Promise<{
  readonly storage: Storage
  readonly bytes: () => Promise<Buffer>
}> {
  const folder = await mkdtemp(path.join(tmpdir(), 'syncdoctor-'))
  const storage = await openSqlite(path.join(folder, 'syncdoctor.sqlite'))
  opened.push({ storage, folder })
  const bytes = async () =>
    Buffer.concat(await Promise.all((await readdir(folder)).map((name) => readFile(path.join(folder, name)))))
  return { storage, bytes }
}
