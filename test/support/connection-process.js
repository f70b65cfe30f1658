/**
 * A process of its own that asks for a firm's access token on a storage, many times at once, and answers with what it was
 * given. It runs what is built, as a process of the service would.
 */
import { randomBytes, randomUUID } from 'node:crypto'
import { setTimeout as wait } from 'node:timers/promises'
import { authorizationDesign } from '../../dist/quickbooks/connection/authorization-collection.js'
import { connectionDesign } from '../../dist/quickbooks/connection/connection-collection.js'
import { createConnections } from '../../dist/quickbooks/connection/connections.js'
import { createIntuitOAuth } from '../../dist/quickbooks/connection/intuit-oauth-client.js'
import { realmDesign } from '../../dist/quickbooks/connection/realm-collection.js'
import { createSeal } from '../../dist/secrets/create-seal.js'
import { parseSecretKeys } from '../../dist/secrets/parse-secret-keys.js'
import { openMongodb } from '../../dist/storage/mongodb/open-mongodb.js'
import { openSqlite } from '../../dist/storage/sqlite/open-sqlite.js'

const now = () => new Date()
let storage

const tasks = {
  async open({ place, app, secretKeys }) {
    storage = await (place.startsWith('mongodb') ? openMongodb(place) : openSqlite(place))
    this.connections = createConnections({
      connections: await storage.collection(connectionDesign),
      realms: await storage.collection(realmDesign),
      authorizations: await storage.collection(authorizationDesign),
      seal: createSeal(parseSecretKeys(secretKeys).keys),
      oauth: createIntuitOAuth({ app, now }),
      onNotRenewed: () => undefined,
      now,
      wait,
      newId: randomUUID,
      randomBytes,
    })
  },
  token({ firmId, times }) {
    const access = this.connections.access(firmId)
    return Promise.all(Array.from({ length: times }, () => access.token()))
  },
  renewed({ firmId, times, refused }) {
    const access = this.connections.access(firmId)
    return Promise.all(Array.from({ length: times }, () => access.renewed(refused)))
  },
  close: () => storage.close(),
}

process.on('message', async ({ task, ...about }) => {
  try {
    process.send({ done: (await tasks[task](about)) ?? null })
  } catch (error) {
    process.send({ failed: String(error) })
  }
})
process.send('ready')
