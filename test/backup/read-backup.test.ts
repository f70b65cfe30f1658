import { expect, it } from '@jest/globals'
import { Readable } from 'node:stream'
import { readBackup } from '../../src/backup/read-backup.ts'
import { writeBackup } from '../../src/backup/write-backup.ts'
import { newStores } from '../support/kept-issues.ts'

const now = () => new Date('2026-03-05T12:00:00Z')
const facts = { name: 'Acme', locale: 'en-US', timeZone: 'UTC', currency: 'USD', notificationAddresses: [] }

it('a backup with a collection that this version does not know is refused before anything is stored', async () => {
  const newer = await newStores(now)
  await newer.firms.put('acme', facts)
  await newer.keys.create({ role: 'support', firmId: null, expiresAt: null })
  const renamed = newer.everything.map((kept) =>
    kept.name === 'api_keys' ? { ...kept, name: 'gadgets' } : kept,
  )
  const lines: string[] = []
  for await (const text of writeBackup(renamed)) lines.push(text)

  const older = await newStores(now)
  await expect(readBackup(() => Readable.from(lines), older.everything)).rejects.toThrow(
    'This version of SyncDoctor knows no gadgets.',
  )
  expect(await older.firms.get('acme')).toBeUndefined()
})
