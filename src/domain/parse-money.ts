import { currencyDigits } from './currency-digits.ts'
import type { Money } from './money.ts'

/** Reads a decimal such as `1250.00`; undefined where it has more decimals than the currency, or is no amount. */
export function parseMoney(amount: string, currency: string): Money | undefined {
  const [, sign = '', whole = '', decimals = ''] = /^(-?)(\d{1,13})(?:\.(\d{1,6}))?$/u.exec(amount) ?? []
  const digits = currencyDigits(currency)
  const kept = decimals.replace(/0+$/u, '')
  if (whole === '' || digits === undefined || kept.length > digits) return undefined
  const minor = Number(`${sign}${whole}${kept.padEnd(digits, '0')}`)
  return Number.isSafeInteger(minor) ? { minor: minor || 0, currency } : undefined
}
