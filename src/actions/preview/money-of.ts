import { currencyDigits } from '../../domain/currency-digits.ts'
import type { Money } from '../../domain/money.ts'

/** An amount as QuickBooks or the host tells it; null: it, or a currency that exists, is not told. */
export function moneyOf(amount: number | undefined, currency: string | undefined): Money | null {
  const digits = currency === undefined ? undefined : currencyDigits(currency)
  if (amount === undefined || currency === undefined || digits === undefined) return null
  return { minor: Math.round(amount * 10 ** digits), currency }
}
