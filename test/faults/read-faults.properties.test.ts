import { describe, expect, it } from '@jest/globals'
import fc from 'fast-check'
import { readFaults } from '../support/catalog.ts'

const anything = fc.oneof(
  fc.string({ unit: 'binary', maxLength: 400 }),
  fc.string({
    unit: fc.constantFrom(
      ...Array.from('{}[]<>"\\\':,&;x/ \n'),
      'Error',
      'Fault',
      '&amp;',
      '\\u00',
      '"Message":',
    ),
    maxLength: 300,
  }),
  fc.jsonValue(),
)

function expectSound(raw: unknown) {
  const length = typeof raw === 'string' ? raw.length : JSON.stringify(raw).length
  for (const fault of readFaults(raw)) {
    expect(fault.text.length).toBeLessThanOrEqual(4_000)
    expect(fault.text).toBe(fault.text.trim())
    expect(fault.text).not.toMatch(/[\u0000-\u001f]|\s\s/u)
    expect(fault.start).toBeGreaterThanOrEqual(0)
    expect(fault.end).toBeGreaterThanOrEqual(fault.start)
    expect(fault.end).toBeLessThanOrEqual(length)
  }
}

describe('the reader', () => {
  it('answers any text and any JSON value without throwing, with sound faults', () => {
    fc.assert(
      fc.property(anything, (raw) => {
        expectSound(raw)
      }),
      { numRuns: 2_000 },
    )
  })

  it('answers a fault around any values', () => {
    fc.assert(
      fc.property(
        fc.record({ Message: fc.jsonValue(), Detail: fc.jsonValue(), code: fc.jsonValue() }),
        (error) => {
          expectSound({ Fault: { Error: [error] } })
          expectSound(JSON.stringify({ Fault: { Error: [error] } }))
        },
      ),
    )
  })

  it.each([
    ['opening brackets', '['.repeat(1 << 18)],
    ['opening braces', '{"a":'.repeat(1 << 16)],
    ['quotes', '"'.repeat(1 << 18)],
    ['backslashes', '\\'.repeat(1 << 18)],
    ['open tags', '<Error '.repeat(1 << 15)],
    ['nested errors', '<Error><Message>'.repeat(1 << 14)],
    ['ampersands', '&'.repeat(1 << 18)],
    ['blanks', ' \n'.repeat(1 << 17)],
    ['separators', ': '.repeat(1 << 17)],
  ])('costs no more than a small multiple of plain text for %s', (_name, hostile) => {
    const cost = (text: string) => {
      const runs = Array.from({ length: 5 }, () => {
        const before = process.cpuUsage()
        readFaults(text)
        const { user, system } = process.cpuUsage(before)
        return user + system
      })
      return runs.sort((a, b) => a - b)[2] ?? 0
    }
    const plain = cost('plain words '.repeat(hostile.length / 12))
    expect(cost(hostile)).toBeLessThan(20 * Math.max(plain, 1_000))
  })
})
