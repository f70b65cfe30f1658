import { CompactEncrypt, compactDecrypt, decodeProtectedHeader } from 'jose'
import { z } from 'zod'
import type { SecretKeys } from './parse-secret-keys.ts'
import { SealError } from './seal-error.ts'
import type { Seal } from './seal.ts'

const ALGORITHMS = { alg: 'dir', enc: 'A256GCM' } as const

/** What stands readable, and authenticated, beside a sealed secret. */
const headerForm = z.object({ kid: z.string(), firm: z.string(), realm: z.string(), field: z.string() })

/** Seals secrets as compact JWE, each with a random 96-bit nonce under the key itself. */
export function createSeal(keys: SecretKeys): Seal {
  const [first] = keys

  return {
    seal: (secret, { firmId, realmId, field }) =>
      new CompactEncrypt(Buffer.from(secret))
        .setProtectedHeader({ ...ALGORITHMS, kid: first.id, firm: firmId, realm: realmId, field })
        .encrypt(first.bytes),

    async open(sealed, { firmId, realmId, field }) {
      const header = headerOf(sealed)
      if (header === undefined || !isCanonical(sealed)) throw new SealError('changed')
      if (header.firm !== firmId || header.realm !== realmId || header.field !== field) {
        throw new SealError('elsewhere')
      }
      const key = keys.find(({ id }) => id === header.kid)
      if (key === undefined) throw new SealError('key-unknown')
      try {
        const opened = await compactDecrypt(sealed, key.bytes, {
          keyManagementAlgorithms: [ALGORITHMS.alg],
          contentEncryptionAlgorithms: [ALGORITHMS.enc],
        })
        return Buffer.from(opened.plaintext).toString()
      } catch {
        throw new SealError('changed')
      }
    },

    isOld: (sealed) => headerOf(sealed)?.kid !== first.id,
  }
}

function headerOf(sealed: string) {
  try {
    return headerForm.safeParse(decodeProtectedHeader(sealed)).data
  } catch {
    return undefined
  }
}

/** Base64 can write the same bytes in more than one way; a sealed secret is written in one. */
function isCanonical(sealed: string): boolean {
  return sealed.split('.').every((part) => Buffer.from(part, 'base64url').toString('base64url') === part)
}
