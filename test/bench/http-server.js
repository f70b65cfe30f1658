import { DatabaseSync } from '@photostructure/sqlite'
import express from 'express'
import { mkdtempSync, rmSync } from 'node:fs'
import { createServer } from 'node:http'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { randomUUID } from 'node:crypto'
import { createApp } from '../../dist/app.js'
import { readConfig } from '../../dist/config/config.js'
import { connectWebhooks } from '../../dist/wiring/connect-webhooks.js'
import { openStorage } from '../../dist/wiring/open-storage.js'
import { root } from '../../dist/root.js'

const folder = mkdtempSync(path.join(tmpdir(), 'syncdoctor-bench-'))
process.on('exit', () => rmSync(folder, { recursive: true, force: true }))
process.on('disconnect', () => process.exit())

/** Each is a server, and the headers that its callers send. */
const kinds = {
  echo: async () => ({
    handle: express()
      .use(express.json())
      .post('/', (request, response) => response.json(request.body)),
  }),
  insert: async () => {
    const database = new DatabaseSync(path.join(folder, 'bare.sqlite'))
    database.exec(
      'PRAGMA journal_mode = WAL; PRAGMA synchronous = FULL; CREATE TABLE docs (id TEXT PRIMARY KEY, doc TEXT)',
    )
    const insert = database.prepare('INSERT INTO docs VALUES (?, ?)')
    const handle = express()
      .use(express.json())
      .post('/', (request, response) => {
        insert.run(randomUUID(), JSON.stringify(request.body))
        response.status(201).json(request.body)
      })
    // The library closes a file that nobody holds.
    return { handle, database }
  },
  ours: async () => {
    const { config } = readConfig({ RATE_LIMIT: '0', DATA_DIR: folder, LOG_LEVEL: 'silent', DEMO: '0' })
    const app = await createApp(root)
    const now = () => new Date()
    const stores = await app.stores(await openStorage(config), now)
    const facts = {
      name: 'Acme',
      locale: 'en-US',
      timeZone: 'UTC',
      currency: 'USD',
      notificationAddresses: [],
    }
    await stores.firms.put('acme', facts)
    const { key } = await stores.keys.create({ role: 'integrator', firmId: null, expiresAt: null })
    const handle = await app.http({
      config,
      stores,
      webhooks: connectWebhooks({ secretKeys: undefined, stores, allowPrivate: false, now }),
      newId: randomUUID,
      now,
      onBug: console.error,
      isReady: async () => true,
    })
    return { handle, headers: { Authorization: `Bearer ${key}` } }
  },
}

const kind = await kinds[process.argv[2]]()
const { handle, headers = {} } = kind
const server = createServer(handle)
server.listen(0, '127.0.0.1', () => process.send({ port: server.address().port, headers }))
process.on('message', () => {
  kind.asked = true
  const { user, system } = process.cpuUsage()
  process.send(user + system)
})
