import { afterAll } from '@jest/globals'
import { randomUUID } from 'node:crypto'
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { openSqlite } from '../../src/storage/sqlite/open-sqlite.ts'
import { describeStorage } from './conformance.ts'

const folder = mkdtempSync(path.join(tmpdir(), 'syncdoctor-sqlite-'))
afterAll(() => rmSync(folder, { recursive: true }))

describeStorage('SQLite', {
  open: openSqlite,
  newPlace: () => path.join(folder, `${randomUUID()}.db`),
})
