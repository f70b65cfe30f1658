import type { Connection } from '../../src/quickbooks/connection/connection.ts'

/** A connection as it is kept, made by the firm's owner, with what this test says of it. Nothing opens its tokens. */
export function keptConnection(firmId: string, changes: Partial<Connection> = {}): Connection {
  const now = Date.now()
  const inDays = (days: number) => new Date(now + days * 24 * 60 * 60 * 1000 + 60_000).toISOString()
  return {
    id: firmId,
    firmId,
    realmId: '9341453906101234',
    status: 'connected',
    companyName: 'Craig’s Landscaping',
    accessToken: 'sealed',
    refreshToken: 'sealed',
    formerRefreshToken: null,
    accessExpiresAt: inDays(0),
    refreshExpiresAt: inDays(100),
    hardExpiresAt: inDays(1_825),
    connectedAt: inDays(-1),
    connectedBy: { type: 'member', id: 'owner', via: null },
    ended: null,
    realmSince: inDays(-1),
    formerRealmId: null,
    refreshing: null,
    nextFreeAt: 0,
    readsBlockedUntil: null,
    reads: { month: inDays(0).slice(0, 7), count: 12 },
    lastSuccessAt: inDays(0),
    ...changes,
  }
}
