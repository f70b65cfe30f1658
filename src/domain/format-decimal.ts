import { currencyDigits } from './currency-digits.ts'
import type { Money } from './money.ts'

/** An amount as a decimal with the currency's decimals, e.g. `1250.00`. */
export function formatDecimal({ minor, currency }: Money): string {
  const digits = currencyDigits(currency) ?? 2
  const all = String(Math.abs(minor)).padStart(digits + 1, '0')
  const whole = all.slice(0, all.length - digits)
  return `${minor < 0 ? '-' : ''}${whole}${digits === 0 ? '' : `.${all.slice(-digits)}`}`
}
