import { currencyDigits } from '../domain/currency-digits.ts'
import type { RequestFault } from '../domain/problem.ts'
import type { components } from './api-types.ts'

/** What is wrong with a firm's facts beyond what the contract can tell. */
export function firmFaults({
  currency,
  timeZone,
}: components['schemas']['FirmChange']): readonly RequestFault[] {
  const faults: RequestFault[] = []
  if (currency !== undefined && currencyDigits(currency) === undefined) {
    faults.push({ in: 'body', pointer: '/currency', code: 'unknown' })
  }
  if (timeZone !== undefined && !isTimeZone(timeZone))
    faults.push({ in: 'body', pointer: '/timeZone', code: 'unknown' })
  return faults
}

function isTimeZone(timeZone: string): boolean {
  try {
    new Intl.DateTimeFormat('en', { timeZone })
    return true
  } catch {
    return false
  }
}
