import { describe, expect, it } from '@jest/globals'
import fc from 'fast-check'
import { inspect } from 'node:util'
import { parseSecretKeys } from '../../src/secrets/parse-secret-keys.ts'

const bytes = fc.uint8Array({ minLength: 32, maxLength: 32 })
const encodings = ['hex', 'base64', 'base64url'] as const

function keysOf(text: string) {
  const parsed = parseSecretKeys(text)
  if ('faults' in parsed) throw new Error(parsed.faults.join('; '))
  return parsed.keys
}

const one = Buffer.alloc(32, 1).toString('base64url')
const two = Buffer.alloc(32, 2).toString('base64url')

describe('keys for secrets', () => {
  it('are read in every encoding, in their order', () => {
    fc.assert(
      fc.property(
        fc.uniqueArray(bytes, {
          minLength: 1,
          maxLength: 4,
          selector: (key) => Buffer.from(key).toString('hex'),
        }),
        fc.constantFrom(...encodings),
        fc.constantFrom(',', ', ', '\n', '\r\n', ',\n'),
        (all, encoding, between) => {
          const text = all.map((key) => Buffer.from(key).toString(encoding)).join(between)
          expect(keysOf(text).map((key) => key.bytes)).toEqual(all)
        },
      ),
    )
  })

  it('are known by the same id whatever their encoding, and by another each', () => {
    const raw = Buffer.alloc(32, 250)
    const ids = new Set(encodings.map((encoding) => keysOf(raw.toString(encoding))[0].id))
    expect(ids.size).toBe(1)
    expect(new Set(keysOf(`${one},${two}`).map(({ id }) => id)).size).toBe(2)
  })

  it('of a file may end with a line’s end', () => {
    expect(keysOf(`${one}\n${two}\n\n`)).toHaveLength(2)
  })

  it('are told all their faults at once, each by its place', () => {
    expect(parseSecretKeys(`short,${one},${one},${'x'.repeat(64)}`)).toEqual({
      faults: [
        'key 1 is not 32 bytes in base64url, base64 or hexadecimal',
        'key 3 is the same as key 2',
        'key 4 is not 32 bytes in base64url, base64 or hexadecimal',
      ],
    })
  })

  it.each(['', ' ', ',', '\n'])('must be there: %j', (text) => {
    expect(parseSecretKeys(text)).toEqual({ faults: ['there is no key'] })
  })

  it('of any other length are none', () => {
    fc.assert(
      fc.property(
        fc.uint8Array({ minLength: 1, maxLength: 80 }).filter(({ length }) => length !== 32),
        fc.constantFrom(...encodings),
        (key, encoding) => {
          expect(parseSecretKeys(Buffer.from(key).toString(encoding))).toHaveProperty('faults')
        },
      ),
    )
  })

  it('do not stand in what is said of them', () => {
    fc.assert(
      fc.property(fc.stringMatching(/^[A-Za-z0-9]{8,42}$/u), (wrong) => {
        expect(inspect(parseSecretKeys(`${wrong},${one},${one}`), { depth: 9 })).not.toContain(wrong)
      }),
    )
  })
})
