/** How many decimals a currency has, e.g. 2 for USD and 0 for JPY; undefined for what is no currency. */
export function currencyDigits(currency: string): number | undefined {
  if (!CURRENCIES.has(currency)) return undefined
  return EXCEPTIONS.get(currency) ?? 2
}

const CURRENCIES = new Set(Intl.supportedValuesOf('currency'))

/**
 * ISO 4217, which amounts are kept by. `Intl` follows custom instead, gives pesos and forints no decimals, and changes
 * from version to version, which would change what is kept.
 */
const EXCEPTIONS = new Map([
  ...'BIF CLP DJF GNF ISK JPY KMF KRW PYG RWF UGX UYI VND VUV XAF XOF XPF'
    .split(' ')
    .map((currency) => [currency, 0] as const),
  ...'BHD IQD JOD KWD LYD OMR TND'.split(' ').map((currency) => [currency, 3] as const),
  ...'CLF UYW'.split(' ').map((currency) => [currency, 4] as const),
])
