import type { Connection } from '../../src/quickbooks/connection/connection.ts'

/** The connection of the firm `acme`, free to call, with what this test says of it. */
export function aConnection(changes: Partial<Connection> = {}): Connection {
  const firmId = changes.firmId ?? 'acme'
  return {
    id: firmId,
    firmId,
    realmId: '9130347',
    status: 'connected',
    companyName: null,
    accessToken: 'sealed',
    refreshToken: 'sealed',
    formerRefreshToken: null,
    accessExpiresAt: '2026-03-09T13:00:00.000Z',
    refreshExpiresAt: '2026-06-09T13:00:00.000Z',
    hardExpiresAt: null,
    connectedAt: '2026-03-01T13:00:00.000Z',
    connectedBy: { type: 'member', id: 'mem_1', via: null },
    ended: null,
    realmSince: '2026-03-01T13:00:00.000Z',
    formerRealmId: null,
    refreshing: null,
    nextFreeAt: 0,
    readsBlockedUntil: null,
    reads: { month: '2026-03', count: 0 },
    lastSuccessAt: null,
    ...changes,
  }
}
