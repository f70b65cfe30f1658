import { currencyDigits } from '../domain/currency-digits.ts'
import type { RequestFault } from '../domain/problem.ts'
import { addressFault } from '../outbound/address-fault.ts'
import type { components } from './api-types.ts'

/** What is wrong with a firm's facts beyond what the contract can tell. */
export function firmFaults(
  { currency, timeZone, host }: components['schemas']['FirmChange'],
  allowPrivate: boolean,
): readonly RequestFault[] {
  const faults: RequestFault[] = []
  if (currency !== undefined && currencyDigits(currency) === undefined) {
    faults.push({ in: 'body', pointer: '/currency', code: 'unknown' })
  }
  if (timeZone !== undefined && !isTimeZone(timeZone))
    faults.push({ in: 'body', pointer: '/timeZone', code: 'unknown' })
  const wrong = host && addressFault(host.url, allowPrivate)
  if (wrong) faults.push({ in: 'body', pointer: '/host/url', code: wrong })
  if (host && !isSecret(host.secret)) faults.push({ in: 'body', pointer: '/host/secret', code: 'format' })
  return faults
}

/** Base64 can be written in a way that its readers refuse. */
function isSecret(secret: string): boolean {
  const base64 = secret.slice('whsec_'.length)
  return Buffer.from(base64, 'base64').toString('base64') === base64
}

function isTimeZone(timeZone: string): boolean {
  try {
    new Intl.DateTimeFormat('en', { timeZone })
    return true
  } catch {
    return false
  }
}
