import { randomBytes, randomUUID } from 'node:crypto'
import { setTimeout as wait } from 'node:timers/promises'
import type { IntuitConfig } from '../config/config.ts'
import type { Stores } from './create-stores.ts'
import { createQuickBooks } from '../quickbooks/client/create-quickbooks.ts'
import { type Connections, createConnections } from '../quickbooks/connection/connections.ts'
import { createIntuitOAuth } from '../quickbooks/connection/intuit-oauth-client.ts'
import type { QuickBooks } from '../quickbooks/quickbooks.ts'
import { createRateLimit } from '../quickbooks/rate-limit/create-rate-limit.ts'
import { slotFor } from '../quickbooks/rate-limit/slot.ts'
import { createSeal } from '../secrets/create-seal.ts'
import type { SecretKeys } from '../secrets/parse-secret-keys.ts'

/** What the service can do with QuickBooks, by the app at Intuit that it is set up with. */
export interface QuickBooksServices {
  readonly connections: Connections
  /** The origin of the page where people agree to a connection. */
  readonly authorizeOrigin: string
  readonly quickBooksOf: (firmId: string) => QuickBooks
}

interface Needs {
  readonly intuit: IntuitConfig
  readonly secretKeys: SecretKeys
  readonly stores: Stores
  readonly now: () => Date
  /** Told why tokens were not renewed. */
  readonly onNotRenewed: (firmId: string, reason: string) => void
}

/** Intuit's own addresses, where nothing else is configured: https://developer.intuit.com/app/developer/qbo/docs/develop */
const API_URL = {
  sandbox: 'https://sandbox-quickbooks.api.intuit.com/v3',
  production: 'https://quickbooks.api.intuit.com/v3',
} as const
const AUTHORIZE_ORIGIN = 'https://appcenter.intuit.com'

/**
 * How long a call waits for its turn within QuickBooks' limits; a person may be waiting for it. A write must not leave long
 * after the last look at the books and at the host: what finds no turn soon is made ready anew.
 */
const PATIENCE_MILLISECONDS = { read: 30_000, write: 2_000 }

/** QuickBooks' side of the wiring. */
export function connectQuickBooks({
  intuit,
  secretKeys,
  stores,
  now,
  onNotRenewed,
}: Needs): QuickBooksServices {
  const { collections, firms, forgetQuickBooksIds, hurry, signals } = stores
  const { apiUrl = API_URL[intuit.environment], discoveryUrl, requestsPerMinute } = intuit
  const known = createConnections({
    connections: collections.connections,
    realms: collections.realms,
    authorizations: collections.authorizations,
    seal: createSeal(secretKeys),
    oauth: createIntuitOAuth({ app: intuit, now }),
    rateLimit: createRateLimit({
      connections: collections.connections,
      now,
      wait,
      patience: PATIENCE_MILLISECONDS,
      ...(requestsPerMinute !== undefined && { slot: slotFor(requestsPerMinute) }),
    }),
    readCompanyInfo: (access) => createQuickBooks({ access, apiUrl }).companyInfo(),
    forgetQuickBooksIds,
    firmExists: async (firmId) => (await firms.get(firmId)) !== undefined,
    onNotRenewed,
    now,
    wait,
    newId: randomUUID,
    randomBytes,
  })
  const connections: Connections = {
    ...known,
    async complete(answer, session) {
      const completed = await known.complete(answer, session)
      if (completed.outcome === 'connected') {
        signals.emit('changed', completed.firmId)
        await hurry(completed.firmId, 'connection')
      }
      return completed
    },
  }
  return {
    connections,
    authorizeOrigin: discoveryUrl === undefined ? AUTHORIZE_ORIGIN : new URL(discoveryUrl).origin,
    quickBooksOf: (firmId) => createQuickBooks({ access: connections.access(firmId), apiUrl }),
  }
}
