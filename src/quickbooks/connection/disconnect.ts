import type { Actor } from '../../domain/actor.ts'
import { announceLoss } from './announce-loss.ts'
import type { ConnectionCollection } from './connection-collection.ts'
import type { Connection } from './connection.ts'
import type { OAuth } from './oauth.ts'
import type { RealmClaims } from './realm-claims.ts'
import type { TokenSeal } from './token-seal.ts'

interface Needs {
  readonly connections: ConnectionCollection
  readonly claims: RealmClaims
  readonly tokenSeal: TokenSeal
  readonly oauth: OAuth
  readonly now: () => Date
  readonly newId: () => string
}

/** Ends a connection: what counts is that its tokens are no longer here; Intuit is told as well as that can be done. */
export function createDisconnect({ connections, claims, tokenSeal, oauth, now, newId }: Needs) {
  async function revoke(connection: Connection): Promise<void> {
    // Without its key a token is as good as forgotten.
    const token = await tokenSeal.open(connection, 'refreshToken').catch(() => undefined)
    if (token !== undefined) await oauth.revoke(token)
  }

  /** `untold`: whoever does it is about to connect another company, or to leave, so that it is no news. */
  return async (firmId: string, actor: Actor, how: 'told' | 'untold' = 'told'): Promise<void> => {
    for (;;) {
      const known = await connections.get(firmId)
      if (known === undefined || known.doc.status === 'disconnected') return
      // Looked at before: what is claimed from now on is of a connection that comes after this one.
      const claim = await claims.held(known.doc.realmId, firmId)
      const at = now().toISOString()
      const disconnected: Connection = {
        ...known.doc,
        status: 'disconnected',
        accessToken: null,
        refreshToken: null,
        formerRefreshToken: null,
        refreshing: null,
        ended: { at, by: actor },
      }
      const announced =
        how === 'untold' ? disconnected : announceLoss(disconnected, known.doc, { now: at, newId })
      if (!(await connections.replace(announced, known.version))) continue
      if (claim !== undefined) await claims.giveUp(claim)
      await revoke(known.doc)
      return
    }
  }
}

export type Disconnect = ReturnType<typeof createDisconnect>
