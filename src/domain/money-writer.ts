import { currencyDigits } from './currency-digits.ts'
import type { Money } from './money.ts'

/** Writes amounts as is the custom of a locale, e.g. `fr-CA`. */
export function moneyWriter(locale: string): (money: Money) => string {
  return ({ minor, currency }) =>
    new Intl.NumberFormat(locale, { style: 'currency', currency }).format(
      minor / 10 ** (currencyDigits(currency) ?? 2),
    )
}
