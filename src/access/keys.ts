import { createHash, timingSafeEqual } from 'node:crypto'
import type { Principal } from '../domain/principal.ts'
import type { Role } from '../domain/role.ts'
import type { KeptKey, KeyCollection } from './key-collection.ts'
import { readKey, writeKey } from './key-text.ts'

interface Needs {
  readonly keys: KeyCollection
  readonly now: () => Date
  readonly randomBytes: (count: number) => Buffer
}

interface KeyWish {
  readonly role: Role
  readonly firmId: string | null
  readonly expiresAt: string | null
}

export interface NewKey extends KeyWish {
  readonly id: string
  /** The key itself, this once. */
  readonly key: string
}

/** API keys: shown once when made, kept hashed. */
export function createKeys({ keys, now, randomBytes }: Needs) {
  return {
    async create(wish: KeyWish): Promise<NewKey> {
      const id = randomBytes(8).toString('hex')
      const secret = randomBytes(32).toString('base64url')
      const hash = hashOf(secret).toString('hex')
      await keys.insert({ id, hash, ...wish, createdAt: now().toISOString(), revokedAt: null })
      return { id, key: writeKey({ id, secret }), ...wish }
    },

    /** Who calls with this key; undefined: nobody, whatever the reason. */
    async authenticate(text: string): Promise<Principal | undefined> {
      const given = readKey(text)
      const kept = given && (await keys.get(given.id))?.doc
      if (given === undefined || kept === undefined) return undefined
      if (!timingSafeEqual(hashOf(given.secret), Buffer.from(kept.hash, 'hex'))) return undefined
      if (kept.revokedAt !== null || (kept.expiresAt !== null && kept.expiresAt <= now().toISOString())) {
        return undefined
      }
      return { type: 'key', id: kept.id, role: kept.role, firmId: kept.firmId }
    },

    /** All keys, the oldest first. */
    async list(): Promise<readonly KeptKey[]> {
      return (await keys.page({ index: 'all', limit: 10_000 })).map(({ doc }) => doc)
    },

    /** From now on the key opens nothing; false: there is no such key. */
    async revoke(id: string): Promise<boolean> {
      for (;;) {
        const known = await keys.get(id)
        if (known === undefined) return false
        if (known.doc.revokedAt !== null) return true
        if (await keys.replace({ ...known.doc, revokedAt: now().toISOString() }, known.version)) return true
      }
    },
  }
}

export type Keys = ReturnType<typeof createKeys>

function hashOf(secret: string): Buffer {
  return createHash('sha256').update(secret).digest()
}
