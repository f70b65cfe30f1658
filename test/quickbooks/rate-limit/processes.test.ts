import { afterAll, beforeAll, describe, expect, it } from '@jest/globals'
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import path from 'node:path'
import {
  type ConnectionCollection,
  connectionDesign,
} from '../../../src/quickbooks/connection/connection-collection.ts'
import { SLOT } from '../../../src/quickbooks/rate-limit/slot.ts'
import { openMongodb } from '../../../src/storage/mongodb/open-mongodb.ts'
import { openSqlite } from '../../../src/storage/sqlite/open-sqlite.ts'
import type { Backend } from '../../storage/backend.ts'
import { aConnection } from '../../support/a-connection.ts'
import { describeWithMongodb } from '../../support/mongodb.ts'
import { allAtOnce, startStorageProcess, type StorageProcess } from '../../support/storage-processes.ts'

let processes: readonly StorageProcess[] = []
beforeAll(async () => {
  processes = await Promise.all([1, 2, 3, 4].map(startStorageProcess))
})
afterAll(() => Promise.all(processes.map((one) => one.stop())))

function describeProcesses(name: string, { open, newPlace }: Backend): void {
  describe(name, () => {
    it('lets four processes call one company no faster than it allows', async () => {
      const place = newPlace()
      const storage = await open(place)
      const connections: ConnectionCollection = await storage.collection(connectionDesign)
      await connections.insert(aConnection({ nextFreeAt: 0 }))
      const at = { place, design: connectionDesign }
      const turns = (await allAtOnce(processes, at, 'takeTurns', 'acme', 10)).flat() as number[]
      const kept = await connections.get('acme')
      await storage.close()

      const times = turns.sort((one, other) => one - other)
      expect(times).toHaveLength(40)
      for (const from of times) {
        expect(times.filter((time) => time >= from && time <= from + 1_000).length).toBeLessThanOrEqual(10)
      }
      const [first = 0] = times
      expect(kept?.doc.reads.count).toBe(40)
      expect(kept?.doc.nextFreeAt).toBeGreaterThanOrEqual(first - 100 + 40 * SLOT)
    })
  })
}

const folder = mkdtempSync(path.join(tmpdir(), 'syncdoctor-turns-'))
afterAll(() => rmSync(folder, { recursive: true }))
describeProcesses('SQLite', { open: openSqlite, newPlace: () => path.join(folder, 'turns.sqlite') })
describeWithMongodb('MongoDB', (newUrl) =>
  describeProcesses('as a storage', { open: openMongodb, newPlace: newUrl }),
)
