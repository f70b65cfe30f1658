import { describe, expect, it } from '@jest/globals'
import { randomBytes } from 'node:crypto'
import { crc32 } from 'node:zlib'
import { type KeyCollection, keyDesign } from '../../src/access/key-collection.ts'
import { readKey, writeKey } from '../../src/access/key-text.ts'
import { createKeys } from '../../src/access/keys.ts'
import { roles } from '../../src/domain/role.ts'
import { stoppedClock } from '../support/clock.ts'
import { temporaryDatabase } from '../support/temporary-storage.ts'

const { now, pass } = stoppedClock()
const { storage, bytes } = await temporaryDatabase()
const kept: KeyCollection = await storage.collection(keyDesign)
const keys = createKeys({ keys: kept, now, randomBytes })
/** Keys over a storage that must not be asked. */
const withoutStorage = createKeys({
  keys: { ...kept, get: () => Promise.reject(new Error('The storage was asked.')) },
  now,
  randomBytes,
})

const owner = { role: 'owner', firmId: 'acme', expiresAt: null } as const

describe('a key', () => {
  it('has a form to scan leaks for, ends with a checksum, and tells nothing of what it is for', async () => {
    const { id, key } = await keys.create(owner)
    const [, shown, secret, sum] = /^syncdoctor_([a-z0-9]{16})_([\w-]{43})_([0-9a-f]{8})$/u.exec(key) ?? []
    expect(shown).toBe(id)
    expect(sum).toBe(crc32(`${id}_${secret}`).toString(16).padStart(8, '0'))
    expect(key).not.toMatch(/owner|acme/u)
  })

  it('is another one each time', async () => {
    const made = await Promise.all(Array.from({ length: 20 }, () => keys.create(owner)))
    expect(new Set(made.map(({ key }) => key.slice('syncdoctor_0123456789abcdef_'.length, -9))).size).toBe(20)
  })

  it.each(roles)('of %s opens what it was made for', async (role) => {
    for (const firmId of [null, 'acme']) {
      const { id, key } = await keys.create({ role, firmId, expiresAt: null })
      expect(await keys.authenticate(key)).toEqual({ type: 'key', id, role, firmId })
    }
  })

  it('that is mistyped is refused without a look into the storage, whichever character it is', async () => {
    const { key } = await keys.create(owner)
    await expect(withoutStorage.authenticate(key)).rejects.toThrow('asked')
    for (let i = 0; i < key.length; i += 1) {
      const mistyped = `${key.slice(0, i)}${key[i] === 'b' ? 'a' : 'b'}${key.slice(i + 1)}`
      expect([i, await withoutStorage.authenticate(mistyped)]).toEqual([i, undefined])
    }
  })

  it.each([
    ['nothing', () => ''],
    ['a cut key', (key: string) => key.slice(0, -1)],
    ['a key and more', (key: string) => `${key}0`],
    ['a key with a line break', (key: string) => `${key}\n`],
    ['a key in capitals', (key: string) => key.toUpperCase()],
    ['a key with a NUL', (key: string) => `${key}\0`],
    ['two keys', (key: string) => `${key} ${key}`],
    ['a megabyte', () => 'syncdoctor_'.repeat(100_000)],
  ])('is not %s', async (_name, change) => {
    const { key } = await keys.create(owner)
    expect(await withoutStorage.authenticate(change(key))).toBeUndefined()
  })

  it('with another secret opens nothing, though its checksum is right', async () => {
    const { id } = await keys.create(owner)
    const secret = randomBytes(32).toString('base64url')
    expect(readKey(writeKey({ id, secret }))).toEqual({ id, secret })
    expect(await keys.authenticate(writeKey({ id, secret }))).toBeUndefined()
  })

  it('with the secret of another opens nothing', async () => {
    const [one, other] = [await keys.create(owner), await keys.create(owner)]
    const { secret = '' } = readKey(other.key) ?? {}
    expect(await keys.authenticate(writeKey({ id: one.id, secret }))).toBeUndefined()
  })

  it('that nobody made opens nothing', async () => {
    const secret = randomBytes(32).toString('base64url')
    expect(await keys.authenticate(writeKey({ id: '0123456789abcdef', secret }))).toBeUndefined()
  })

  it('opens nothing from the moment it expires', async () => {
    const expiresAt = new Date(now().getTime() + 1_000).toISOString()
    const { key } = await keys.create({ ...owner, expiresAt })
    pass(999)
    expect(await keys.authenticate(key)).toBeDefined()
    pass(1)
    expect(await keys.authenticate(key)).toBeUndefined()
  })

  it('opens nothing from the moment it is revoked; the others stay', async () => {
    const [one, other] = [await keys.create(owner), await keys.create(owner)]
    expect(await keys.revoke(one.id)).toBe(true)
    const revokedAt = now().toISOString()
    pass(5_000)
    expect(await keys.revoke(one.id)).toBe(true)
    expect(await keys.authenticate(one.key)).toBeUndefined()
    expect(await keys.authenticate(other.key)).toBeDefined()
    expect((await keys.list()).find(({ id }) => id === one.id)).toMatchObject({ revokedAt })
    expect(await keys.revoke('0123456789abcdef')).toBe(false)
  })

  it('is nowhere in the files of the database, nor is its secret; only its hash', async () => {
    const { id, key } = await keys.create(owner)
    await keys.authenticate(key)
    await keys.revoke(id)
    const { secret = '' } = readKey(key) ?? {}
    const stored = await bytes()
    const raw = Buffer.from(secret, 'base64url')
    for (const form of [key, secret, raw, raw.toString('hex'), raw.toString('base64')]) {
      expect(stored.includes(form)).toBe(false)
    }
    const { hash = '' } = (await keys.list()).find((one) => one.id === id) ?? {}
    expect(hash).toMatch(/^[0-9a-f]{64}$/u)
    expect(stored.includes(hash)).toBe(true)
  })
})
