import { afterAll, expect, it } from '@jest/globals'
import { randomBytes, randomUUID } from 'node:crypto'
import { mkdtemp, readdir, rm, stat, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { keepSecretKey } from '../../src/secrets/keep-secret-key.ts'
import { parseSecretKeys } from '../../src/secrets/parse-secret-keys.ts'

const folder = await mkdtemp(path.join(tmpdir(), 'syncdoctor-'))
afterAll(() => rm(folder, { recursive: true }))

const keep = (file: string) => keepSecretKey({ file, newId: randomUUID, randomBytes })

it('a key is made once, for its owner’s eyes only, in a folder that need not be there', async () => {
  const file = path.join(folder, 'new', 'secret.key')
  const made = await keep(file)
  expect(parseSecretKeys(made)).toHaveProperty('keys')
  expect((await stat(file)).mode & 0o777).toBe(0o600)
  expect(await keep(file)).toBe(made)
})

it('those who make one at the same time end with the same, and leave nothing else behind', async () => {
  const file = path.join(folder, 'race', 'secret.key')
  const kept = await Promise.all(Array.from({ length: 20 }, () => keep(file)))
  expect(new Set(kept).size).toBe(1)
  expect(await readdir(path.dirname(file))).toEqual(['secret.key'])
})

it('a file that is there is taken as it is', async () => {
  const file = path.join(folder, 'there.key')
  await writeFile(file, 'whatever it says')
  expect(await keep(file)).toBe('whatever it says')
})
