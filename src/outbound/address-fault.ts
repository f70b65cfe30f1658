import { isPrivateName } from './is-private-name.ts'

/** What can be wrong with an address that others gave us. */
export type AddressFault = 'format' | 'https' | 'private-address'

/**
 * What is wrong with an address, as far as its text tells; undefined: nothing. Where its name leads is looked at each time
 * we connect.
 */
export function addressFault(text: string, allowPrivate: boolean): AddressFault | undefined {
  if (!URL.canParse(text)) return 'format'
  const { protocol, username, password, hostname } = new URL(text)
  if (username !== '' || password !== '' || hostname === '') return 'format'
  if (protocol !== 'https:' && protocol !== 'http:') return 'format'
  if (allowPrivate) return undefined
  if (protocol === 'http:') return 'https'
  return isPrivateName(hostname) ? 'private-address' : undefined
}
