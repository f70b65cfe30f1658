import { createHash } from 'node:crypto'

/** A key that seals secrets. */
export interface SecretKey {
  /** A fingerprint, which stands beside what was sealed with the key. */
  readonly id: string
  readonly bytes: Uint8Array
}

/** The first key seals; all of them open. */
export type SecretKeys = readonly [SecretKey, ...SecretKey[]]

const LENGTH = 32
const FORMS = [
  [/^[0-9a-f]{64}$/iu, 'hex'],
  [/^[\w-]{43}=?$/u, 'base64url'],
  [/^[A-Za-z0-9+/]{43}=?$/u, 'base64'],
] as const

/**
 * Keys between commas or in lines, each of 32 bytes in base64url, base64 or hexadecimal digits. A fault names the key by
 * its place and says nothing of what it is.
 */
export function parseSecretKeys(
  text: string,
): { readonly keys: SecretKeys } | { readonly faults: readonly string[] } {
  const parsed = text
    .split(/[,\n]/u)
    .map((part) => part.trim())
    .filter((part) => part !== '')
    .map(keyOf)
  const keys = parsed.filter((key) => key !== undefined)
  const faults = parsed.flatMap((key, at) => {
    if (key === undefined) return [`key ${at + 1} is not ${LENGTH} bytes in base64url, base64 or hexadecimal`]
    const same = parsed.findIndex((other) => other?.id === key.id)
    return same < at ? [`key ${at + 1} is the same as key ${same + 1}`] : []
  })
  const [first, ...rest] = keys
  if (first === undefined && faults.length === 0) return { faults: ['there is no key'] }
  return first === undefined || faults.length > 0 ? { faults } : { keys: [first, ...rest] }
}

function keyOf(text: string): SecretKey | undefined {
  const encoding = FORMS.find(([form]) => form.test(text))?.[1]
  if (encoding === undefined) return undefined
  const bytes = new Uint8Array(Buffer.from(text, encoding))
  return { id: createHash('sha256').update(bytes).digest('base64url').slice(0, 11), bytes }
}
