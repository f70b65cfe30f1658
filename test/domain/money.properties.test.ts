import { describe, expect, it } from '@jest/globals'
import fc from 'fast-check'
import { formatDecimal } from '../../src/domain/format-decimal.ts'
import { parseMoney } from '../../src/domain/parse-money.ts'

const currencies = [
  ['USD', 2],
  ['JPY', 0],
  ['BHD', 3],
] as const

describe.each(currencies)('an amount of %s', (currency, digits) => {
  it('is read back as it was written, to the smallest unit', () => {
    // An amount has at most 13 digits before the point.
    const most = Math.min(Number.MAX_SAFE_INTEGER, 10 ** (13 + digits) - 1)
    fc.assert(
      fc.property(fc.integer({ min: -most, max: most }), (minor) => {
        const text = formatDecimal({ minor, currency })
        expect(text).toMatch(digits === 0 ? /^-?\d+$/u : new RegExp(`^-?\\d+\\.\\d{${digits}}$`, 'u'))
        // There is no negative zero in the books.
        expect(parseMoney(text, currency)).toEqual({ minor: minor || 0, currency })
      }),
      { numRuns: 1_000 },
    )
  })

  it('is read exactly from any decimal, or not at all', () => {
    const decimal = fc
      .tuple(fc.boolean(), fc.stringMatching(/^\d{1,13}$/u), fc.stringMatching(/^\d{0,6}$/u))
      .map(([isNegative, whole, decimals]) => ({ isNegative, whole, decimals }))
    fc.assert(
      fc.property(decimal, ({ isNegative, whole, decimals }) => {
        const text = `${isNegative ? '-' : ''}${whole}${decimals === '' ? '' : `.${decimals}`}`
        const exact = BigInt(`${whole}${decimals.padEnd(6, '0')}`) * (isNegative ? -1n : 1n)
        const unit = 10n ** BigInt(6 - digits)
        const minor = exact / unit
        const isSafe = minor >= Number.MIN_SAFE_INTEGER && minor <= Number.MAX_SAFE_INTEGER
        const due = exact % unit === 0n && isSafe ? { minor: Number(minor), currency } : undefined
        expect(parseMoney(text, currency)).toEqual(due)
      }),
      { numRuns: 1_000 },
    )
  })
})

describe('an amount', () => {
  it.each([
    ['1250', 'USD', 125_000],
    ['1250.5', 'USD', 125_050],
    ['1250.50', 'USD', 125_050],
    ['1250.500000', 'USD', 125_050],
    ['-0.01', 'USD', -1],
    ['007', 'JPY', 7],
    ['7.000', 'JPY', 7],
    ['0.001', 'BHD', 1],
    ['9999999999999.99', 'USD', 999_999_999_999_999],
  ])('%s %s is %d of the smallest unit', (text, currency, minor) => {
    expect(parseMoney(text, currency)).toEqual({ minor, currency })
  })

  it.each(['0', '-0', '-0.00', '0.000000'])('of %s is nothing, and has no sign', (text) => {
    expect(Object.is(parseMoney(text, 'USD')?.minor, 0)).toBe(true)
  })

  it.each([
    ['1250.501', 'USD'],
    ['7.5', 'JPY'],
    ['0.0001', 'BHD'],
    ['9999999999999.999', 'BHD'],
    ['1', 'XYZ'],
    ['1', 'usd'],
    ['1', ''],
    ['', 'USD'],
    ['.5', 'USD'],
    ['5.', 'USD'],
    ['+5', 'USD'],
    [' 5', 'USD'],
    ['5\n', 'USD'],
    ['1,250.00', 'USD'],
    ['1e3', 'USD'],
    ['0x10', 'USD'],
    ['NaN', 'USD'],
    ['Infinity', 'USD'],
    ['١٢', 'USD'],
    ['12345678901234', 'USD'],
  ])('%j of %j is none', (text, currency) => {
    expect(parseMoney(text, currency)).toBeUndefined()
  })
})
