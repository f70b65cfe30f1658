import type { RequestFault } from '../domain/problem.ts'
import { addressFault } from '../outbound/address-fault.ts'

/** What is wrong with the address of an endpoint beyond what the contract can tell. */
export function endpointFaults(url: string | undefined, allowPrivate: boolean): readonly RequestFault[] {
  const code = url === undefined ? undefined : addressFault(url, allowPrivate)
  return code === undefined ? [] : [{ in: 'body', pointer: '/url', code }]
}
