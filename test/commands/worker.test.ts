import { afterAll, describe, expect, it } from '@jest/globals'
import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { setImmediate as breathe } from 'node:timers/promises'
import { createApp } from '../../src/app.ts'
import { openStorage } from '../../src/wiring/open-storage.ts'
import { root } from '../../src/root.ts'
import { syncFailure } from '../support/kept-issues.ts'
import { host } from '../support/readings.ts'
import { start, syncdoctor } from '../support/run-cli.ts'

const DATA_DIR = await mkdtemp(path.join(tmpdir(), 'syncdoctor-worker-'))
const storage = await openStorage({ dataDir: DATA_DIR, mongodbUrl: undefined })
const app = await createApp(root)
const stores = await app.stores(storage, () => new Date())
const env = { DATA_DIR, DEMO: '0', LOG_LEVEL: 'warn' }
const facts = { name: 'Acme', locale: 'en-US', timeZone: 'UTC', currency: 'USD', notificationAddresses: [] }
await stores.firms.put('acme', facts)

afterAll(async () => {
  await storage.close()
  await rm(DATA_DIR, { recursive: true, force: true })
})

/** A resync that is due, and what becomes of it. */
async function aResync(id: string) {
  const payload = JSON.stringify({ DocNumber: id, CustomerRef: { value: '1' } })
  const record = { ...syncFailure(1).record, id }
  const failure = syncFailure(1, { record, payload, operation: 'create' })
  const { issue } = await stores.issues.reportFailure('acme', failure, host)
  const wish = { kind: 'resync', actor: host, note: null, changes: null, link: null } as const
  await stores.actions.request('acme', issue.doc.id, { ...wish, id: `act_${id}` })
  const read = async () => (await stores.issues.get('acme', issue.doc.id))?.doc.action
  return {
    id: issue.doc.id,
    read,
    /** Resolves once somebody has worked at it. */
    worked: async () => {
      while ((await read())?.state !== 'waiting') await breathe()
    },
  }
}

describe('a worker', () => {
  it('performs what is asked for elsewhere, and ends when it is told to', async () => {
    const worker = start('cli.js', ['worker'], { env })
    await worker.said(/The worker is ready\./u)
    const { worked, read } = await aResync('inv_1')
    await worked()
    // Nothing is set up to connect to here.
    expect(await read()).toMatchObject({ state: 'waiting', waitingFor: 'connection', lease: null })
    worker.child.kill('SIGTERM')
    expect(await worker.ended).toMatchObject({ code: 0, stderr: '' })
  })

  it('is one of any number', async () => {
    const workers = Array.from({ length: 3 }, () => start('cli.js', ['worker'], { env }))
    for (const { said } of workers) await said(/The worker is ready\./u)
    const resyncs = await Promise.all(Array.from({ length: 12 }, (_, i) => aResync(`many_${i}`)))
    for (const { worked } of resyncs) await worked()
    for (const { child } of workers) child.kill('SIGTERM')
    for (const { ended } of workers) expect(await ended).toMatchObject({ code: 0, stderr: '' })
    for (const { read } of resyncs) expect(await read()).toMatchObject({ delays: 1 })
  })

  it('asks for the actions of a bulk action', async () => {
    const worker = start('cli.js', ['worker'], { env })
    const issue = await stores.issues.reportFailure('acme', syncFailure(1), host)
    const ranks = [{ recordType: 'invoice', issueIds: [issue.issue.doc.id] }] as const
    await stores.bulkActions.request({
      id: 'blk_1',
      firmId: 'acme',
      kind: 'skip',
      actor: host,
      note: null,
      ranks,
    })
    while ((await stores.bulkActions.get('acme', 'blk_1'))?.finishedAt === null) await breathe()
    expect((await stores.issues.get('acme', issue.issue.doc.id))?.doc.status).toBe('skipped')
    worker.child.kill('SIGTERM')
    await worker.ended
  })

  it('does not start on variables that are wrong', async () => {
    const ran = await syncdoctor(['worker'], { env: { ...env, LEASE_SECONDS: 'long' } })
    expect(ran).toMatchObject({ code: 1, stdout: '' })
    expect(ran.stderr).toBe('LEASE_SECONDS must be a whole number from 1 to 600\n')
  })
})

describe('the server', () => {
  it('performs actions too', async () => {
    const server = start('cli.js', ['serve'], { env: { ...env, PORT: '0' } })
    await server.said(/SyncDoctor is ready/u)
    const { worked } = await aResync('served')
    await worked()
    server.child.kill('SIGTERM')
    expect((await server.ended).code).toBe(0)
  })
})
