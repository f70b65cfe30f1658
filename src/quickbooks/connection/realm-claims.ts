import type { ConnectionCollection } from './connection-collection.ts'
import type { RealmCollection } from './realm-collection.ts'

interface Needs {
  readonly realms: RealmCollection
  readonly connections: ConnectionCollection
  readonly now: () => Date
}

/** A claim to be given up, as it was when it was looked at. */
export interface HeldClaim {
  readonly realmId: string
  readonly version: number
}

/** Far longer than a claim waits for its connection to be kept. */
const FORGOTTEN_MILLISECONDS = 10 * 60 * 1000

/** Whose a realm is. A firm that claims its realm again renews the claim, so that nobody gives up a claim it does not know. */
export function createRealmClaims({ realms, connections, now }: Needs) {
  /** Whether a process ended between a claim and the connection it was made for. */
  async function isForgotten(realmId: string, firmId: string, claimedAt: string): Promise<boolean> {
    if (now().getTime() - Date.parse(claimedAt) < FORGOTTEN_MILLISECONDS) return false
    const holder = (await connections.get(firmId))?.doc
    return holder?.realmId !== realmId || holder.status === 'disconnected'
  }

  return {
    /** False: it is another firm's. */
    async claim(realmId: string, firmId: string): Promise<boolean> {
      for (;;) {
        const claim = { id: realmId, firmId, claimedAt: now().toISOString() }
        const held = await realms.get(realmId)
        if (held === undefined) {
          if (await realms.insert(claim)) return true
          continue
        }
        const { firmId: holder, claimedAt } = held.doc
        if (holder !== firmId && !(await isForgotten(realmId, holder, claimedAt))) return false
        if (await realms.replace(claim, held.version)) return true
      }
    },

    /** The firm's claim as it is now; undefined: the realm is not the firm's. */
    async held(realmId: string, firmId: string): Promise<HeldClaim | undefined> {
      const found = await realms.get(realmId)
      return found?.doc.firmId === firmId ? { realmId, version: found.version } : undefined
    },

    /** Sets the realm free, unless it was claimed again meanwhile. */
    async giveUp({ realmId, version }: HeldClaim): Promise<void> {
      await realms.remove(realmId, version)
    },
  }
}

export type RealmClaims = ReturnType<typeof createRealmClaims>
