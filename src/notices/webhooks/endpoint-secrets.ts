import { SealError } from '../../secrets/seal-error.ts'
import type { Seal, SealedFor } from '../../secrets/seal.ts'
import type { WebhookEndpoint } from './webhook-endpoint.ts'

type Owner = Pick<WebhookEndpoint, 'id' | 'firmId'>

interface Needs {
  readonly seal: Seal
  readonly randomBytes: (count: number) => Buffer
}

const LENGTH = 32

/** The secrets that endpoints share with us: told once, kept sealed, each for its endpoint alone. */
export function createEndpointSecrets({ seal, randomBytes }: Needs) {
  return {
    /** A new one, as Standard Webhooks writes it, and as it is kept. */
    async create(owner: Owner): Promise<{ readonly secret: string; readonly sealed: string }> {
      const secret = `whsec_${randomBytes(LENGTH).toString('base64')}`
      return { secret, sealed: await seal.seal(secret, belongingTo(owner)) }
    },

    /** Those that sign at this time, the newest first; undefined: one cannot be opened. */
    async open(endpoint: Owner & Pick<WebhookEndpoint, 'secrets'>, at: string) {
      const valid = endpoint.secrets.filter(({ expiresAt }) => expiresAt === null || expiresAt > at)
      return opened(() => Promise.all(valid.map(({ sealed }) => seal.open(sealed, belongingTo(endpoint)))))
    },

    isOld: (sealed: string) => seal.isOld(sealed),

    /** Undefined: none of the keys opens it. */
    reseal: async (owner: Owner, sealed: string) =>
      opened(async () => seal.seal(await seal.open(sealed, belongingTo(owner)), belongingTo(owner))),
  }
}

export type EndpointSecrets = ReturnType<typeof createEndpointSecrets>

async function opened<T>(open: () => Promise<T>): Promise<T | undefined> {
  try {
    return await open()
  } catch (error) {
    if (error instanceof SealError) return undefined
    throw error
  }
}

/** An endpoint belongs to no realm, and the host's own to no firm. */
function belongingTo({ id, firmId }: Owner): SealedFor {
  return { firmId: firmId ?? '', realmId: '', field: `webhook-secret ${id}` }
}
