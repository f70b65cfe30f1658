/** How many decimals a currency has, e.g. 2 for USD and 0 for JPY; undefined for what is no currency. */
export function currencyDigits(currency: string): number | undefined {
  const known = digits.get(currency)
  if (known !== undefined || !CURRENCIES.has(currency)) return known
  const format = new Intl.NumberFormat('en', { style: 'currency', currency })
  const count = format.resolvedOptions().maximumFractionDigits ?? 2
  digits.set(currency, count)
  return count
}

const CURRENCIES = new Set(Intl.supportedValuesOf('currency'))
const digits = new Map<string, number>()
