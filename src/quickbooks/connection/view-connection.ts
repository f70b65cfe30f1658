import type { Connection } from './connection.ts'
import type { ConnectionView } from './connections.ts'

const DAY = 24 * 60 * 60 * 1000

/** What people may see of a connection, as it is now. */
export function viewConnection(connection: Connection, now: Date): ConnectionView {
  const { status, realmId, companyName, connectedAt, connectedBy, ended, refreshExpiresAt } = connection
  const { hardExpiresAt, realmSince, formerRealmId, lastSuccessAt, readsBlockedUntil, reads } = connection
  const daysUntil = (time: string) => Math.max(0, Math.floor((Date.parse(time) - now.getTime()) / DAY))
  return {
    status,
    realmId,
    companyName,
    connectedAt,
    connectedBy,
    ended,
    refreshExpiresAt,
    hardExpiresAt,
    realmSince,
    formerRealmId,
    lastSuccessAt,
    readsBlockedUntil,
    daysLeft: daysUntil(refreshExpiresAt),
    hardDaysLeft: hardExpiresAt === null ? null : daysUntil(hardExpiresAt),
    readsThisMonth: reads.month === now.toISOString().slice(0, 7) ? reads.count : 0,
  }
}
