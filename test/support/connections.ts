import { randomBytes, randomUUID } from 'node:crypto'
import { setImmediate as breathe } from 'node:timers/promises'
import type { Actor } from '../../src/domain/actor.ts'
import { authorizationDesign } from '../../src/quickbooks/connection/authorization-collection.ts'
import { connectionDesign } from '../../src/quickbooks/connection/connection-collection.ts'
import { createConnections } from '../../src/quickbooks/connection/connections.ts'
import { createIntuitOAuth } from '../../src/quickbooks/connection/intuit-oauth-client.ts'
import { realmDesign } from '../../src/quickbooks/connection/realm-collection.ts'
import { createRateLimit } from '../../src/quickbooks/rate-limit/create-rate-limit.ts'
import { createSeal } from '../../src/secrets/create-seal.ts'
import { parseSecretKeys, type SecretKeys } from '../../src/secrets/parse-secret-keys.ts'
import type { Storage } from '../../src/storage/storage.ts'
import type { OAuthServer } from './oauth-server.ts'

export const REALM = '4620816365000001'
export const OTHER_REALM = '4620816365000002'
export const ADA: Actor = { type: 'member', id: 'mem_1', via: null }

export const APP = {
  clientId: 'client-1',
  clientSecret: 'client-secret-canary',
  redirectUri: 'http://127.0.0.1:3000/oauth/callback',
  environment: 'sandbox',
} as const

type Needs = Parameters<typeof createConnections>[0]

interface Place extends Partial<Needs> {
  readonly storage: Storage
  readonly server: OAuthServer
  readonly now: () => Date
}

/** Keys of which each byte is the same. */
export function secretKeysOf(...fill: readonly number[]): SecretKeys {
  const parsed = parseSecretKeys(fill.map((byte) => Buffer.alloc(32, byte).toString('hex')).join())
  if ('faults' in parsed) throw new Error(parsed.faults.join('; '))
  return parsed.keys
}

/** The connections of a process of the service on this storage, with this server in the place of Intuit. */
export async function connectionsOn({ storage, server, now, ...changes }: Place) {
  const kept: Pick<Needs, 'connections' | 'realms' | 'authorizations'> = {
    connections: await storage.collection(connectionDesign),
    realms: await storage.collection(realmDesign),
    authorizations: await storage.collection(authorizationDesign),
  }
  const forgotten: string[] = []
  const notRenewed: string[] = []
  const needs: Needs = {
    ...kept,
    seal: createSeal(secretKeysOf(1)),
    oauth: createIntuitOAuth({
      app: { ...APP, discoveryUrl: server.discoveryUrl },
      now,
    }),
    rateLimit: createRateLimit({
      connections: kept.connections,
      now,
      wait: breathe,
      patience: { read: 0, write: 0 },
    }),
    readCompanyInfo: async (access) => {
      const token = await access.token()
      if ('outcome' in token) return token
      return server.takes(token.accessToken)
        ? { outcome: 'read', value: { Id: '1', SyncToken: '0', CompanyName: `Company ${token.realmId}` } }
        : { outcome: 'refused', refusal: { httpStatus: 403, error: '', faults: [], intuitTid: null } }
    },
    forgetQuickBooksIds: async (firmId) => {
      forgotten.push(firmId)
    },
    firmExists: async () => true,
    onNotRenewed: (_, reason) => {
      notRenewed.push(reason)
    },
    now,
    wait: () => breathe(),
    newId: randomUUID,
    randomBytes,
    ...changes,
  }
  const connections = createConnections(needs)

  /** The state that goes to Intuit when this firm sets out. */
  async function setOut(firmId: string, actor = ADA): Promise<string> {
    const authorization = await connections.authorize({ firmId, actor, language: null })
    return new URL(authorization?.url ?? '').searchParams.get('state') ?? ''
  }

  return {
    connections,
    needs,
    kept,
    /** Firms whose ids of QuickBooks were forgotten. */
    forgotten,
    notRenewed,
    setOut,
    /** Goes the whole way to a connection. */
    connect: async (firmId: string, realmId = REALM, actor = ADA) =>
      connections.complete(
        { state: await setOut(firmId, actor), code: server.newCode(), realmId },
        { firmId, memberId: actor.id },
      ),
  }
}
