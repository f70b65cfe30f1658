import { afterAll, describe, expect, it } from '@jest/globals'
import { DatabaseSync } from '@photostructure/sqlite'
import { createDisconnect } from '../../../src/quickbooks/connection/disconnect.ts'
import { createKeepConnection } from '../../../src/quickbooks/connection/keep-connection.ts'
import { createRealmClaims } from '../../../src/quickbooks/connection/realm-claims.ts'
import { createTokenSeal } from '../../../src/quickbooks/connection/token-seal.ts'
import { createSeal } from '../../../src/secrets/create-seal.ts'
import { createSqliteCollection } from '../../../src/storage/sqlite/sqlite-collection.ts'
import type { Storage } from '../../../src/storage/storage.ts'
import { stoppedClock } from '../../support/clock.ts'
import { ADA, connectionsOn, secretKeysOf } from '../../support/connections.ts'
import { everyInterleaving, type Gate, gated } from '../../support/interleavings.ts'
import { startOAuthServer } from '../../support/oauth-server.ts'

const server = await startOAuthServer()
const { now } = stoppedClock()
/** SQLite as it is, without files: what waits for the disk here is nothing that could come in between. */
const database = new DatabaseSync(':memory:')
afterAll(() => database.close())
const storage: Storage = {
  collection: async (design) => createSqliteCollection(database, design),
  ping: async () => undefined,
  close: async () => undefined,
}
const { kept, needs } = await connectionsOn({ storage, server, now })
const tokenSeal = createTokenSeal(createSeal(secretKeysOf(1)))
const at = now().toISOString()
const tokens = {
  accessToken: 'a',
  refreshToken: 'r',
  accessExpiresAt: at,
  refreshExpiresAt: at,
  hardExpiresAt: null,
}

/** Somebody whose every step in the storage waits for its turn. */
function behind(gate: Gate) {
  const collections = {
    connections: gated(kept.connections, gate),
    realms: gated(kept.realms, gate),
  }
  const claims = createRealmClaims({ ...collections, now })
  const oauth = { ...needs.oauth, revoke: async () => true }
  const disconnect = createDisconnect({ ...collections, claims, tokenSeal, oauth, now, newId: needs.newId })
  const keepConnection = createKeepConnection({ ...needs, ...collections, claims, tokenSeal, disconnect })
  return {
    disconnect: (firmId: string) => disconnect(firmId, ADA),
    keep: (firmId: string, realmId: string) =>
      keepConnection({ firmId, realmId, actor: ADA, tokens, companyName: null }),
  }
}

const free: Gate = (call) => call()

interface Names {
  readonly firms: readonly [string, string]
  readonly realms: readonly [string, string]
}

let run = 0
function newNames(): Names {
  run += 1
  return { firms: [`one-${run}`, `other-${run}`], realms: [`1${run}`, `2${run}`] }
}

/** Each connected firm holds the claim of its company, and each claim is of a connected firm. */
async function expectConsistent({ firms, realms }: Names): Promise<void> {
  const held = await Promise.all(realms.map(async (id) => (await kept.realms.get(id))?.doc.firmId))
  for (const firmId of firms) {
    const connection = (await kept.connections.get(firmId))?.doc
    const isConnected = connection?.status === 'connected'
    const claimed = realms.filter((_, at) => held[at] === firmId)
    expect(claimed).toEqual(isConnected ? [connection.realmId] : [])
  }
}

describe('a company is one firm’s, in whichever order', () => {
  it.each<
    readonly [
      string,
      (names: Names) => Promise<unknown>,
      readonly ((by: ReturnType<typeof behind>, names: Names) => Promise<unknown>)[],
    ]
  >([
    [
      'two firms connect it',
      async () => undefined,
      [
        (by, { firms, realms }) => by.keep(firms[0], realms[0]),
        (by, { firms, realms }) => by.keep(firms[1], realms[0]),
      ],
    ],
    [
      'a firm connects it again and disconnects',
      ({ firms, realms }) => behind(free).keep(firms[0], realms[0]),
      [(by, { firms, realms }) => by.keep(firms[0], realms[0]), (by, { firms }) => by.disconnect(firms[0])],
    ],
    [
      'a firm connects another and disconnects',
      ({ firms, realms }) => behind(free).keep(firms[0], realms[0]),
      [(by, { firms, realms }) => by.keep(firms[0], realms[1]), (by, { firms }) => by.disconnect(firms[0])],
    ],
    [
      'a firm leaves it and another comes',
      ({ firms, realms }) => behind(free).keep(firms[0], realms[0]),
      [(by, { firms }) => by.disconnect(firms[0]), (by, { firms, realms }) => by.keep(firms[1], realms[0])],
    ],
    [
      'a firm connects two',
      async () => undefined,
      [
        (by, { firms, realms }) => by.keep(firms[0], realms[0]),
        (by, { firms, realms }) => by.keep(firms[0], realms[1]),
      ],
    ],
  ])('%s', async (_, begin, acts) => {
    const runs = await everyInterleaving(async () => {
      const names = newNames()
      await begin(names)
      return { about: names, actors: acts.map((act) => (gate: Gate) => act(behind(gate), names)) }
    }, expectConsistent)
    expect(runs).toBeGreaterThan(10)
  })
})
