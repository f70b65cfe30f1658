import { afterAll, describe, expect, it } from '@jest/globals'
import { openMongodb } from '../../src/storage/mongodb/open-mongodb.ts'
import { StorageError } from '../../src/storage/storage-error.ts'
import { startFakeMongodb } from '../support/fake-mongodb.ts'

const current = await startFakeMongodb(21)
const old = await startFakeMongodb(7)
afterAll(() => {
  current.stop()
  old.stop()
})

const PASSWORD = 's3cret'
const soon = 'serverSelectionTimeoutMS=200'

describe('the address of a MongoDB storage', () => {
  it.each([
    ['is not one', `postgres://me:${PASSWORD}@host/db`, 'mongodb://'],
    ['has no host', `mongodb://me:${PASSWORD}@`, 'host'],
    ['has an unescaped password', `mongodb://me:${PASSWORD}/${PASSWORD}@host/db`, 'unescaped'],
    ['has a password that is cut in two', `mongodb://me:x@${PASSWORD}@host/db`, 'Invalid'],
    ['has an option that does not exist', `mongodb://me:${PASSWORD}@host/db?colour=red`, 'colour'],
    ['names no database that could be', `mongodb://me:${PASSWORD}@host/a.b`, "'.'"],
    ['names nobody who listens', `mongodb://127.0.0.1:1/db?${soon}`, 'ECONNREFUSED 127.0.0.1:1'],
    ['names no machine', `mongodb://me:${PASSWORD}@host.invalid/db?${soon}`, 'host.invalid'],
    ['names a server that is too old', `mongodb://${old.host}/db?${soon}`, 'requires at least'],
  ])('is refused if it %s', async (_, url, reason) => {
    const error: unknown = await openMongodb(url).catch((thrown: unknown) => thrown)
    expect(error).toBeInstanceOf(StorageError)
    expect(String(error)).toContain(reason)
    expect(String(error)).toContain('Check MONGODB_URL')
    const { stack, cause } = error as StorageError
    expect([stack, (cause as Error).stack, JSON.stringify(cause)].join('\n')).not.toContain(PASSWORD)
  })

  it.each([
    ['', 'syncdoctor'],
    ['/', 'syncdoctor'],
    ['/?appName=x', 'syncdoctor'],
    ['/test', 'test'],
    ['/books?appName=x', 'books'],
  ])('%j leads to the database %s', async (path, database) => {
    current.databases.clear()
    const storage = await openMongodb(`mongodb://${current.host}${path}`)
    await storage.close()
    expect(current.databases).toContain(database)
    expect(current.databases).not.toContain(database === 'test' ? 'syncdoctor' : 'test')
  })
})
