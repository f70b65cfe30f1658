import { describe, expect, it } from '@jest/globals'
import fc from 'fast-check'
import { inspect } from 'node:util'
import { createSeal } from '../../src/secrets/create-seal.ts'
import { parseSecretKeys, type SecretKeys } from '../../src/secrets/parse-secret-keys.ts'

/** Keys of which each byte is the same. */
function keysOf(...fill: number[]): SecretKeys {
  const parsed = parseSecretKeys(fill.map((byte) => Buffer.alloc(32, byte).toString('hex')).join())
  if ('faults' in parsed) throw new Error(parsed.faults.join('; '))
  return parsed.keys
}

const seal = createSeal(keysOf(1))
const belongs = { firmId: 'acme', realmId: '4620816365', field: 'refreshToken' }
const SECRET = 'AB11755550000canary'

const text = fc.string({ unit: 'grapheme', maxLength: 60 })

describe('a sealed secret', () => {
  it('opens again where it belongs, whatever it is', async () => {
    await fc.assert(
      fc.asyncProperty(text, text, text, text, async (secret, firmId, realmId, field) => {
        const sealed = await seal.seal(secret, { firmId, realmId, field })
        expect(await seal.open(sealed, { firmId, realmId, field })).toBe(secret)
      }),
    )
  })

  it('is not readable, and never the same twice', async () => {
    const [one, other] = [await seal.seal(SECRET, belongs), await seal.seal(SECRET, belongs)]
    expect(one).not.toBe(other)
    for (const part of one.split('.')) {
      expect(Buffer.from(part, 'base64url').includes(SECRET)).toBe(false)
    }
  })

  it.each([
    ['firm', { firmId: 'other' }],
    ['realm', { realmId: '4620816366' }],
    ['field', { field: 'accessToken' }],
  ])('opens for no other %s', async (_, other) => {
    const sealed = await seal.seal(SECRET, belongs)
    await expect(seal.open(sealed, { ...belongs, ...other })).rejects.toMatchObject({ reason: 'elsewhere' })
  })

  it('is not moved elsewhere by another header', async () => {
    const [, ...rest] = (await seal.seal(SECRET, belongs)).split('.')
    const [header] = (await seal.seal('x', { ...belongs, firmId: 'other' })).split('.')
    await expect(
      seal.open([header, ...rest].join('.'), { ...belongs, firmId: 'other' }),
    ).rejects.toMatchObject({
      reason: 'changed',
    })
  })

  it('does not open once any character of it is another', async () => {
    const sealed = await seal.seal(SECRET, belongs)
    await fc.assert(
      fc.asyncProperty(
        fc.nat(sealed.length - 1),
        fc.constantFrom('A', 'B', 'e', 'g', '0', '9', '-', '_', '.', '='),
        async (at, character) => {
          fc.pre(sealed[at] !== character)
          const changed = `${sealed.slice(0, at)}${character}${sealed.slice(at + 1)}`
          await expect(seal.open(changed, belongs)).rejects.toThrow()
        },
      ),
      { numRuns: 400 },
    )
  })

  it('does not open once it is shorter or longer', async () => {
    const sealed = await seal.seal(SECRET, belongs)
    for (let length = 0; length < sealed.length; length += 1) {
      await expect(seal.open(sealed.slice(0, length), belongs)).rejects.toThrow()
    }
    for (const more of ['A', '.', '=', ' ', '.A']) {
      await expect(seal.open(sealed + more, belongs)).rejects.toThrow()
    }
  })

  it('does not open with a key that is not among those known', async () => {
    const sealed = await createSeal(keysOf(2)).seal(SECRET, belongs)
    await expect(seal.open(sealed, belongs)).rejects.toMatchObject({ reason: 'key-unknown' })
  })

  it('is sealed with the first key, opens with each, and is old once another is the first', async () => {
    const sealed = await seal.seal(SECRET, belongs)
    const rotated = createSeal(keysOf(2, 1))
    expect(await rotated.open(sealed, belongs)).toBe(SECRET)
    expect(seal.isOld(sealed)).toBe(false)
    expect(rotated.isOld(sealed)).toBe(true)
    const anew = await rotated.seal(SECRET, belongs)
    expect(rotated.isOld(anew)).toBe(false)
    await expect(seal.open(anew, belongs)).rejects.toMatchObject({ reason: 'key-unknown' })
  })

  it.each(['', 'x', '....', 'e30.e30.e30.e30.e30', 'null', '\0'.repeat(5_000)])(
    'is not any text: %j',
    async (other) => {
      await expect(seal.open(other, belongs)).rejects.toMatchObject({ reason: 'changed' })
      expect(seal.isOld(other)).toBe(true)
    },
  )

  it('of another algorithm is none', async () => {
    const [, ...rest] = (await seal.seal(SECRET, belongs)).split('.')
    const header = {
      alg: 'none',
      enc: 'A256GCM',
      kid: keysOf(1)[0].id,
      firm: 'acme',
      realm: '4620816365',
      field: 'refreshToken',
    }
    const forged = [Buffer.from(JSON.stringify(header)).toString('base64url'), ...rest].join('.')
    await expect(seal.open(forged, belongs)).rejects.toMatchObject({ reason: 'changed' })
  })

  it('says nothing of itself or its key when it does not open', async () => {
    const sealed = await seal.seal(SECRET, belongs)
    const error: unknown = await seal.open(`${sealed}A`, belongs).catch((thrown: unknown) => thrown)
    const told = inspect(error, { depth: 9, showHidden: true })
    expect(told).toContain('changed')
    expect(told).not.toContain(sealed.slice(0, 20))
    expect(told).not.toContain(SECRET)
  })
})
