import { currencyDigits } from '../domain/currency-digits.ts'
import { formatDecimal } from '../domain/format-decimal.ts'

/** An amount as QuickBooks tells it, as a decimal text. */
export function amountText(amount: number, currency: string | null): string {
  const known = currency ?? 'USD'
  const minor = Math.round(amount * 10 ** (currencyDigits(known) ?? 2))
  return formatDecimal({ minor, currency: known })
}
