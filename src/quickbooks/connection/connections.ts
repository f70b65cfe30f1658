import type { Actor } from '../../domain/actor.ts'
import type { Language } from '../../domain/language.ts'
import type { Seal } from '../../secrets/seal.ts'
import type { RateLimit } from '../rate-limit/create-rate-limit.ts'
import type { RealmAccess } from '../realm-access.ts'
import type { AuthorizationCollection } from './authorization-collection.ts'
import { createAuthorize } from './authorize.ts'
import type { ReadCompanyInfo } from './company-of.ts'
import { createComplete } from './complete.ts'
import type { ConnectionCollection } from './connection-collection.ts'
import type { Connection } from './connection.ts'
import { createDisconnect } from './disconnect.ts'
import { createKeepConnection } from './keep-connection.ts'
import type { OAuth } from './oauth.ts'
import { createRealmClaims } from './realm-claims.ts'
import type { RealmCollection } from './realm-collection.ts'
import { createRefreshIdle } from './refresh-idle.ts'
import { createTellEndings } from './tell-endings.ts'
import { createRenewal } from './renewal.ts'
import { createRotateSecrets } from './rotate-secrets.ts'
import { createTokenSeal } from './token-seal.ts'
import { viewConnection } from './view-connection.ts'

/** Somebody's wish to connect their firm. A member who is signed in has no `via`; the host's key acts via itself. */
export interface AuthorizationWish {
  readonly firmId: string
  readonly actor: Actor
  readonly language: Language | null
}

/** What Intuit sends back in the address of the callback, as it came. */
export interface CallbackAnswer {
  readonly state?: string | undefined
  readonly code?: string | undefined
  readonly realmId?: string | undefined
  readonly error?: string | undefined
}

/** The member whose browser comes back from Intuit. */
export interface SignedIn {
  readonly firmId: string
  readonly memberId: string
}

/** What came of an authorization. `language` is the one it was asked for in. */
export type Completed =
  | {
      readonly outcome: 'connected'
      readonly firmId: string
      readonly language: Language | null
      readonly companyName: string | null
      /** The firm had another company before: what is known of that one's ids is forgotten. */
      readonly otherRealmBefore: boolean
    }
  | {
      /**
       * `denied`: by the person. `realm-taken`: the company is another firm's. `exchange-failed`: Intuit gave no tokens, or
       * tokens that do not open this company.
       */
      readonly outcome: 'denied' | 'realm-taken' | 'exchange-failed'
      readonly firmId: string
      readonly language: Language | null
    }
  /** Somebody else is signed in than the one who set out, or nobody. */
  | { readonly outcome: 'foreign'; readonly language: Language | null }
  /** Forged, used before, or older than ten minutes. */
  | { readonly outcome: 'state-unknown' }

/** A connection for people to look at. */
export interface ConnectionView extends Pick<
  Connection,
  | 'status'
  | 'realmId'
  | 'companyName'
  | 'connectedAt'
  | 'connectedBy'
  | 'ended'
  | 'refreshExpiresAt'
  | 'hardExpiresAt'
  | 'realmSince'
  | 'formerRealmId'
  | 'lastSuccessAt'
  | 'readsBlockedUntil'
> {
  /** Whole days until the connection ends if nothing is done with it; 0 in the last one, and after it. */
  readonly daysLeft: number
  /** Whole days until somebody must agree again in any case; null: Intuit did not tell. */
  readonly hardDaysLeft: number | null
  /** Metered reads in this month (UTC). */
  readonly readsThisMonth: number
}

/** What was done with the secrets that are kept. */
export interface RotatedSecrets {
  /** Sealed anew with the first key. */
  readonly resealed: number
  /** Sealed with the first key already. */
  readonly current: number
  /** Connections whose secrets none of the keys opens. */
  readonly unreadable: number
}

/** Firms' connections to their QuickBooks companies. */
export interface Connections {
  /** Where a person agrees to it, within ten minutes; undefined: Intuit cannot be reached. */
  authorize(
    wish: AuthorizationWish,
  ): Promise<{ readonly url: string; readonly expiresAt: string } | undefined>
  /** Whatever it says, the state is used up. */
  complete(answer: CallbackAnswer, session: SignedIn | undefined): Promise<Completed>
  /** Undefined: the firm was never connected. */
  get(firmId: string): Promise<ConnectionView | undefined>
  /** Forgets the tokens, takes them back at Intuit as well as that can be done, and sets the company free for other firms. `untold`: it is no news. */
  disconnect(firmId: string, actor: Actor, how?: 'told' | 'untold'): Promise<void>
  /** For a firm that is not connected, it sends nothing. */
  access(firmId: string): RealmAccess
  /** Renews connections that nobody uses, before they end; for once a day. The answer: how many. */
  refreshIdle(): Promise<number>
  /** Leaves word of connections that end in 30 days, in 7 and in one, once each; for once an hour. The answer: of how many. */
  tellEndings(): Promise<number>
  /** Seals all secrets with the first key; running it again goes on where it was stopped. */
  rotateSecrets(): Promise<RotatedSecrets>
}

interface Needs {
  readonly connections: ConnectionCollection
  readonly realms: RealmCollection
  readonly authorizations: AuthorizationCollection
  readonly seal: Seal
  readonly oauth: OAuth
  readonly rateLimit: RateLimit
  readonly readCompanyInfo: ReadCompanyInfo
  /** Forgets what is known of the firm's records' ids in QuickBooks. */
  readonly forgetQuickBooksIds: (firmId: string) => Promise<void>
  readonly firmExists: (firmId: string) => Promise<boolean>
  /** Told why tokens were not renewed: Intuit's error code, or how Intuit was not reached. */
  readonly onNotRenewed: (firmId: string, reason: string) => void
  readonly now: () => Date
  readonly wait: (milliseconds: number) => Promise<unknown>
  readonly newId: () => string
  readonly randomBytes: (count: number) => Buffer
}

/** The use cases of connections, on these collections and with this OAuth server. */
export function createConnections(needs: Needs): Connections {
  const { connections, rateLimit, now } = needs
  const tokenSeal = createTokenSeal(needs.seal)
  const claims = createRealmClaims(needs)
  const disconnect = createDisconnect({ ...needs, claims, tokenSeal })
  const keepConnection = createKeepConnection({ ...needs, claims, tokenSeal, disconnect })
  const renewal = createRenewal({ ...needs, tokenSeal })
  return {
    authorize: createAuthorize(needs),
    complete: createComplete({ ...needs, keepConnection }),
    async get(firmId) {
      const known = await connections.get(firmId)
      return known && viewConnection(known.doc, now())
    },
    disconnect,
    access: (firmId) => ({
      token: () => renewal.token(firmId),
      renewed: (refused) => renewal.renewed(firmId, refused),
      reserve: (call) => rateLimit.reserve(firmId, call),
      throttled: (by) => rateLimit.throttled(firmId, by),
      answered: () => rateLimit.answered(firmId),
    }),
    refreshIdle: createRefreshIdle({ ...needs, renewal }),
    tellEndings: createTellEndings(needs),
    rotateSecrets: createRotateSecrets({ connections, tokenSeal }),
  }
}
