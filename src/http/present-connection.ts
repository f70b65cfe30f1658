import type { ConnectionView } from '../quickbooks/connection/connections.ts'
import type { components } from './api-types.ts'

/** A firm's connection as the contract shows it; undefined: it was never connected. */
export function presentConnection(
  firmId: string,
  view: ConnectionView | undefined,
): components['schemas']['QuickbooksConnection'] {
  if (view === undefined) return { ...NOTHING, firmId }
  const { ended, refreshExpiresAt, ...rest } = view
  return {
    firmId,
    status: rest.status,
    realmId: rest.realmId,
    companyName: rest.companyName,
    connectedAt: rest.connectedAt,
    connectedBy: rest.connectedBy,
    endedAt: ended && ended.at,
    endedBy: ended && ended.by,
    // What is ended has no days left.
    ...(rest.status === 'connected'
      ? {
          expiresAt: refreshExpiresAt,
          daysLeft: rest.daysLeft,
          hardExpiresAt: rest.hardExpiresAt,
          hardDaysLeft: rest.hardDaysLeft,
        }
      : { expiresAt: null, daysLeft: null, hardExpiresAt: null, hardDaysLeft: null }),
    realmSince: rest.realmSince,
    formerRealmId: rest.formerRealmId,
    lastSuccessAt: rest.lastSuccessAt,
    readsThisMonth: rest.readsThisMonth,
    readsBlockedUntil: rest.readsBlockedUntil,
  }
}

const NOTHING = {
  status: 'not-connected',
  realmId: null,
  companyName: null,
  connectedAt: null,
  connectedBy: null,
  endedAt: null,
  endedBy: null,
  expiresAt: null,
  daysLeft: null,
  hardExpiresAt: null,
  hardDaysLeft: null,
  realmSince: null,
  formerRealmId: null,
  lastSuccessAt: null,
  readsThisMonth: 0,
  readsBlockedUntil: null,
} as const
