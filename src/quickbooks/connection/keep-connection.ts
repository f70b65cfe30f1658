import type { Actor } from '../../domain/actor.ts'
import type { ConnectionCollection } from './connection-collection.ts'
import type { Connection } from './connection.ts'
import type { Disconnect } from './disconnect.ts'
import type { Tokens } from './oauth.ts'
import type { RealmClaims } from './realm-claims.ts'
import type { TokenSeal } from './token-seal.ts'

interface Needs {
  readonly connections: ConnectionCollection
  readonly claims: RealmClaims
  readonly tokenSeal: TokenSeal
  readonly disconnect: Disconnect
  /** Forgets what is known of the firm's records' ids in QuickBooks. */
  readonly forgetQuickBooksIds: (firmId: string) => Promise<void>
  readonly firmExists: (firmId: string) => Promise<boolean>
  readonly now: () => Date
}

export interface NewConnection {
  readonly firmId: string
  readonly realmId: string
  readonly actor: Actor
  readonly tokens: Tokens
  /** Null: QuickBooks did not say it. */
  readonly companyName: string | null
}

export type KeptConnection =
  | { readonly outcome: 'kept'; readonly companyName: string | null; readonly otherRealmBefore: boolean }
  | { readonly outcome: 'realm-taken' }
  /** It was deleted meanwhile. */
  | { readonly outcome: 'firm-gone' }

/** Keeps a connection that was just made, in the place of the firm's one before, once its realm is the firm's. */
export function createKeepConnection(needs: Needs) {
  const { connections, claims, tokenSeal, disconnect, forgetQuickBooksIds, firmExists, now } = needs

  /** Undefined: something has changed meanwhile. */
  async function tryOnce(wish: NewConnection): Promise<KeptConnection | undefined> {
    const { firmId, realmId, actor } = wish
    const known = await connections.get(firmId)
    // Between the look at the connection and its change: a disconnection meanwhile makes either of them fail.
    if (!(await claims.claim(realmId, firmId))) return { outcome: 'realm-taken' }
    const otherRealmBefore = known !== undefined && known.doc.realmId !== realmId
    if (otherRealmBefore) {
      // The other company is left for good before its ids are forgotten, so that no call brings any back.
      if (known.doc.status !== 'disconnected') {
        await disconnect(firmId, actor, 'untold')
        return undefined
      }
      await forgetQuickBooksIds(firmId)
    }
    const connection = connectionOf(wish, await tokenSeal.seal(wish, wish.tokens, null), known?.doc, now())
    const isKept = known
      ? await connections.replace(connection, known.version)
      : await connections.insert(connection)
    return isKept ? { outcome: 'kept', companyName: connection.companyName, otherRealmBefore } : undefined
  }

  return async (wish: NewConnection): Promise<KeptConnection> => {
    for (;;) {
      const kept = await tryOnce(wish)
      if (kept === undefined) continue
      if (kept.outcome !== 'kept' || (await firmExists(wish.firmId))) return kept
      await leave(wish)
      return { outcome: 'firm-gone' }
    }
  }

  /** Nothing may stay of a firm whose other documents are cleared away already. */
  async function leave({ firmId, actor }: NewConnection): Promise<void> {
    await disconnect(firmId, actor, 'untold')
    const left = await connections.get(firmId)
    if (left !== undefined) await connections.remove(firmId, left.version)
  }
}

export type KeepConnection = ReturnType<typeof createKeepConnection>

function connectionOf(
  { firmId, realmId, actor, companyName }: NewConnection,
  sealed: Awaited<ReturnType<TokenSeal['seal']>>,
  known: Connection | undefined,
  now: Date,
): Connection {
  const at = now.toISOString()
  const of = { id: firmId, firmId, realmId, status: 'connected', ...sealed } as const
  const since = {
    connectedAt: at,
    connectedBy: actor,
    ended: null,
    refreshing: null,
    endingTold: null,
  } as const
  if (known?.realmId === realmId) {
    return { ...known, ...of, ...since, companyName: companyName ?? known.companyName }
  }
  return {
    ...of,
    ...since,
    companyName,
    realmSince: at,
    formerRealmId: known?.realmId ?? null,
    nextFreeAt: 0,
    readsBlockedUntil: null,
    // Intuit counts metered reads by app, not by company.
    reads: known?.reads ?? { month: at.slice(0, 7), count: 0 },
    lastSuccessAt: null,
    ...(known?.outbox && { outbox: known.outbox }),
  }
}
