import { randomUUID } from 'node:crypto'
import type { Stores } from './create-stores.ts'
import { rotateHostSecrets } from '../firms/rotate-host-secrets.ts'
import { createHttpHost } from '../host/create-http-host.ts'
import type { Host } from '../host/host.ts'
import { createPost } from '../outbound/create-post.ts'
import { createSeal } from '../secrets/create-seal.ts'
import type { SecretKeys } from '../secrets/parse-secret-keys.ts'
import { SealError } from '../secrets/seal-error.ts'
import type { SealedFor } from '../secrets/seal.ts'

interface Needs {
  readonly secretKeys: SecretKeys | undefined
  readonly stores: Pick<Stores, 'firms' | 'collections'>
  /** Whether hosts may have private addresses, and be reached by http. */
  readonly allowPrivate: boolean
  /** Where the demo's own host takes calls, on this machine. */
  readonly demoHostUrl?: string | undefined
  readonly now: () => Date
}

export interface Hosts {
  /** Undefined: there is no key to seal with. */
  readonly sealSecret: ((firmId: string, secret: string) => Promise<string>) | undefined
  /** Undefined: the firm's host has no address. */
  readonly hostOf: (firmId: string) => Promise<Host | undefined>
  /** Seals all secrets with the first key; without keys there is nothing to do. */
  readonly rotateSecrets: () => ReturnType<typeof rotateHostSecrets>
}

/** How long a host may take to answer. */
const TIMEOUT_MILLISECONDS = 20_000
/** How much of an answer is read. */
const MOST_BYTES = 1024 * 1024

/** The hosts' side of the wiring. */
export function connectHosts({ secretKeys, stores, allowPrivate, demoHostUrl, now }: Needs): Hosts {
  const { firms, collections } = stores
  const post = createPost({
    allowPrivate,
    trusted: demoHostUrl,
    timeoutMilliseconds: TIMEOUT_MILLISECONDS,
    mostBytes: MOST_BYTES,
  })
  const seal = secretKeys && createSeal(secretKeys)
  return {
    sealSecret: seal && ((firmId, secret) => seal.seal(secret, belongingTo(firmId))),
    async hostOf(firmId) {
      const host = (await firms.get(firmId))?.doc.host ?? null
      if (host === null) return undefined
      if (seal === undefined)
        throw new Error('Set SECRET_KEY or SECRET_KEY_FILE: a host has a sealed secret.')
      const secret = await seal.open(host.secret, belongingTo(firmId))
      return createHttpHost({ url: host.url, secret, newId: randomUUID, now, post })
    },
    async rotateSecrets() {
      if (seal === undefined) return { resealed: 0, current: 0, unreadable: 0 }
      return rotateHostSecrets({
        firms: collections.firms,
        isOld: (sealed) => seal.isOld(sealed),
        async reseal(firmId, sealed) {
          try {
            return await seal.seal(await seal.open(sealed, belongingTo(firmId)), belongingTo(firmId))
          } catch (error) {
            if (error instanceof SealError) return undefined
            throw error
          }
        },
      })
    },
  }
}

/** A host belongs to no realm. */
function belongingTo(firmId: string): SealedFor {
  return { firmId, realmId: '', field: 'host-secret' }
}
