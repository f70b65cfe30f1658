import { crc32 } from 'node:zlib'

/** A key as its holder has it: a mark to scan leaks for, its id, its secret, and a checksum of both. */
export interface KeyText {
  readonly id: string
  readonly secret: string
}

const MARK = 'syncdoctor'
const FORM = /^syncdoctor_([a-z0-9]{16})_([\w-]{43})_([0-9a-f]{8})$/u

export function writeKey({ id, secret }: KeyText): string {
  return `${MARK}_${id}_${secret}_${checksum(id, secret)}`
}

/** Undefined: not a key, or a mistyped one, which needs no look into the storage. */
export function readKey(text: string): KeyText | undefined {
  const [, id, secret, sum] = FORM.exec(text) ?? []
  if (id === undefined || secret === undefined || checksum(id, secret) !== sum) return undefined
  return { id, secret }
}

function checksum(id: string, secret: string): string {
  return crc32(`${id}_${secret}`).toString(16).padStart(8, '0')
}
