import { DatabaseSync } from '@photostructure/sqlite'
import { afterAll, describe, expect, it } from '@jest/globals'
import { copyFile, mkdir, mkdtemp, open, readdir, readFile, rm, truncate, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { openSqlite } from '../../src/storage/sqlite/open-sqlite.ts'
import { StorageError } from '../../src/storage/storage-error.ts'
import { type Sample, type SampleField, samples } from './samples.ts'

const root = await mkdtemp(path.join(tmpdir(), 'syncdoctor-files-'))
afterAll(() => rm(root, { recursive: true }))

/** A copy of a file of ours with some hundred documents in it. */
async function ourFile(name: string): Promise<string> {
  const original = path.join(root, 'of ours', `${name}.db`)
  const storage = await openSqlite(original)
  const collection = await storage.collection<Sample, SampleField>(samples)
  for (let id = 0; id < 200; id += 1) {
    await collection.insert({ id: String(id), firm: 'f', seen: '', words: ['w'], payload: 'x'.repeat(500) })
  }
  await storage.close()
  const file = path.join(root, `${name}.db`)
  await copyFile(original, file)
  return file
}

function change(file: string, sql: string): void {
  const database = new DatabaseSync(file)
  database.exec(sql)
  database.close()
}

async function overwrite(file: string, from: number, length: number): Promise<void> {
  const handle = await open(file, 'r+')
  await handle.write(Buffer.alloc(length, 0xff), 0, length, from)
  await handle.close()
}

const DAMAGED = /is damaged .* Restore a backup into another DATA_DIR/u
const NOT_OURS = /not a database of SyncDoctor\. Choose another DATA_DIR/u
const refused = [
  {
    what: 'a file of a later version',
    make: async () => {
      const file = await ourFile('later')
      change(file, 'PRAGMA user_version = 2')
      return file
    },
    says: /written by a later version .* Start that version/u,
  },
  {
    what: 'a database of another program',
    make: async () => {
      const file = path.join(root, 'foreign.db')
      change(file, 'CREATE TABLE theirs (a); INSERT INTO theirs VALUES (1)')
      return file
    },
    says: NOT_OURS,
  },
  {
    what: 'an empty database that another program has marked',
    make: async () => {
      const file = path.join(root, 'marked.db')
      change(file, 'PRAGMA application_id = 7')
      return file
    },
    says: NOT_OURS,
  },
  {
    what: 'a text',
    make: async () => {
      const file = path.join(root, 'text.db')
      await writeFile(file, 'This is no database.\n'.repeat(300))
      return file
    },
    says: DAMAGED,
  },
  {
    what: 'a file that was overwritten in its middle',
    make: async () => {
      const file = await ourFile('overwritten')
      await overwrite(file, 40_960, 40_960)
      return file
    },
    says: DAMAGED,
  },
  {
    what: 'a file that was overwritten at its beginning',
    make: async () => {
      const file = await ourFile('beginning')
      await overwrite(file, 100, 3_000)
      return file
    },
    says: DAMAGED,
  },
  {
    what: 'a file that was cut off',
    make: async () => {
      const file = await ourFile('cut')
      await truncate(file, 40_960)
      return file
    },
    says: DAMAGED,
  },
  {
    what: 'a folder',
    make: async () => {
      const file = path.join(root, 'folder.db')
      await mkdir(file)
      await writeFile(path.join(file, 'inside'), '')
      return file
    },
    says: /folder\.db cannot be opened/u,
  },
]

describe('a SQLite storage', () => {
  it('is whole in a copy of its file, once it is closed', async () => {
    const storage = await openSqlite(await ourFile('whole'))
    const collection = await storage.collection<Sample, SampleField>(samples)
    expect(await collection.tally({ index: 'recent', by: [] })).toEqual([{ by: {}, count: 200, sum: 0 }])
    await storage.close()
  })

  it.each(refused)('refuses $what, says what to do, and leaves it as it is', async ({ make, says }) => {
    const file = await make()
    const before = await contentOf(file)
    const error: unknown = await openSqlite(file).catch((thrown: unknown) => thrown)
    expect(error).toBeInstanceOf(StorageError)
    expect(String(error)).toMatch(says)
    expect(String(error)).toContain(file)
    expect(await contentOf(file)).toEqual(before)
  })
})

async function contentOf(file: string): Promise<unknown> {
  return readFile(file).catch(() => readdir(file))
}
