import { randomUUID } from 'node:crypto'
import type { Firms } from './firms/firms.ts'
import { createHttpHost } from './host/create-http-host.ts'
import type { Host } from './host/host.ts'
import { createSeal } from './secrets/create-seal.ts'
import type { SecretKeys } from './secrets/parse-secret-keys.ts'
import type { SealedFor } from './secrets/seal.ts'

interface Needs {
  readonly secretKeys: SecretKeys | undefined
  readonly firms: Firms
  readonly now: () => Date
}

export interface Hosts {
  /** Undefined: there is no key to seal with. */
  readonly sealSecret: ((firmId: string, secret: string) => Promise<string>) | undefined
  /** Undefined: the firm's host has no address. */
  readonly hostOf: (firmId: string) => Promise<Host | undefined>
}

/** How long a host may take to answer. */
const TIMEOUT_MILLISECONDS = 20_000

/** The hosts' side of the wiring. */
export function connectHosts({ secretKeys, firms, now }: Needs): Hosts {
  const seal = secretKeys && createSeal(secretKeys)
  return {
    sealSecret: seal && ((firmId, secret) => seal.seal(secret, belongingTo(firmId))),
    async hostOf(firmId) {
      const host = (await firms.get(firmId))?.doc.host ?? null
      if (host === null) return undefined
      if (seal === undefined)
        throw new Error('Set SECRET_KEY or SECRET_KEY_FILE: a host has a sealed secret.')
      const secret = await seal.open(host.secret, belongingTo(firmId))
      return createHttpHost({
        url: host.url,
        secret,
        newId: randomUUID,
        now,
        timeoutMilliseconds: TIMEOUT_MILLISECONDS,
      })
    },
  }
}

/** A host belongs to no realm. */
function belongingTo(firmId: string): SealedFor {
  return { firmId, realmId: '', field: 'host-secret' }
}
