import { BlockList, isIP } from 'node:net'

/** IPv4 that is no public address (RFC 6890 and its successors). */
const NOT_PUBLIC_V4 = [
  ['0.0.0.0', 8],
  ['10.0.0.0', 8],
  ['100.64.0.0', 10],
  ['127.0.0.0', 8],
  ['169.254.0.0', 16],
  ['172.16.0.0', 12],
  ['192.0.0.0', 24],
  ['192.0.2.0', 24],
  ['192.88.99.0', 24],
  ['192.168.0.0', 16],
  ['198.18.0.0', 15],
  ['198.51.100.0', 24],
  ['203.0.113.0', 24],
  ['224.0.0.0', 3],
] as const
/** Public addresses of IPv6 are all in here, except for those that lead elsewhere. */
const PUBLIC_V6 = ['2000::', 3] as const
const NOT_PUBLIC_V6 = [
  ['2001::', 23],
  ['2001:db8::', 32],
  ['2002::', 16],
] as const

const notPublic = new BlockList()
for (const [net, prefix] of NOT_PUBLIC_V4) notPublic.addSubnet(net, prefix, 'ipv4')
for (const [net, prefix] of NOT_PUBLIC_V6) notPublic.addSubnet(net, prefix, 'ipv6')
const publicV6 = new BlockList()
publicV6.addSubnet(...PUBLIC_V6, 'ipv6')

/** Names that mean this machine or this network, whatever a name server says (RFC 6761, RFC 6762, RFC 8375). */
const PRIVATE_NAME = /(?:^|\.)(?:localhost|local|internal|home\.arpa)\.?$/u

/** Whether the host of a parsed address is private by its text: an address of a private network, or a name in one. */
export function isPrivateName(hostname: string): boolean {
  const name = hostname.replace(/^\[|\]$/gu, '')
  switch (isIP(name)) {
    case 4:
      return notPublic.check(name, 'ipv4')
    case 6:
      return !publicV6.check(name, 'ipv6') || notPublic.check(name, 'ipv6')
    default:
      return PRIVATE_NAME.test(name)
  }
}
