import { currencyDigits } from '../domain/currency-digits.ts'
import type { RequestFault } from '../domain/problem.ts'
import type { components } from './api-types.ts'

/** What is wrong with a firm's facts beyond what the contract can tell. */
export function firmFaults({
  currency,
  timeZone,
  host,
}: components['schemas']['FirmChange']): readonly RequestFault[] {
  const faults: RequestFault[] = []
  if (currency !== undefined && currencyDigits(currency) === undefined) {
    faults.push({ in: 'body', pointer: '/currency', code: 'unknown' })
  }
  if (timeZone !== undefined && !isTimeZone(timeZone))
    faults.push({ in: 'body', pointer: '/timeZone', code: 'unknown' })
  if (host && !isAddress(host.url)) faults.push({ in: 'body', pointer: '/host/url', code: 'format' })
  if (host && !isSecret(host.secret)) faults.push({ in: 'body', pointer: '/host/secret', code: 'format' })
  return faults
}

function isAddress(url: string): boolean {
  return URL.canParse(url) && new URL(url).hostname !== ''
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
