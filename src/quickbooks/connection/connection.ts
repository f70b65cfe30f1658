import type { Actor } from '../../domain/actor.ts'
import type { Outbox } from '../../domain/outbox.ts'

/** A firm's connection to its QuickBooks company. Its id is the firm's. Tokens are sealed; all times are ISO 8601. */
export interface Connection {
  readonly id: string
  readonly firmId: string
  readonly realmId: string
  readonly status: 'connected' | 'reconnect-needed' | 'disconnected'
  readonly companyName: string | null
  /** Null: forgotten, when the firm disconnected. */
  readonly accessToken: string | null
  readonly refreshToken: string | null
  /** The one that brought it. Intuit may have answered that one twice, and take only what it answered last. */
  readonly formerRefreshToken: string | null
  readonly accessExpiresAt: string
  /** 100 days after the last refresh. */
  readonly refreshExpiresAt: string
  /** Five years after the person agreed; null: Intuit did not tell. */
  readonly hardExpiresAt: string | null
  readonly connectedAt: string
  readonly connectedBy: Actor
  /** Since when it is no longer connected, and whose doing that was; SyncDoctor's, where it found out that it must be renewed. */
  readonly ended: { readonly at: string; readonly by: Actor } | null
  /** Since when this realm is the firm's; ids from before it are of another company. */
  readonly realmSince: string
  readonly formerRealmId: string | null
  /** Who refreshes now, and until when others leave it alone. */
  readonly refreshing: { readonly by: string; readonly until: string } | null
  /** When the next request may leave, in milliseconds of the epoch. */
  readonly nextFreeAt: number
  /** After a 429: until when nothing leaves, not even what had its turn already. */
  readonly pausedUntil?: string
  /** Metered reads used up until then. */
  readonly readsBlockedUntil: string | null
  readonly reads: { readonly month: string; readonly count: number }
  readonly lastSuccessAt: string | null
  /** What was told last of its end: how many days before, and when it was to be; absent or null: nothing was. */
  readonly endingTold?: { readonly stage: number; readonly endsAt: string } | null
  readonly outbox?: Outbox
}
