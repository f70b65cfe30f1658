import { expect, it } from '@jest/globals'
import fc from 'fast-check'
import { createHmac } from 'node:crypto'
import { isSignedWith } from '../../../src/quickbooks/webhooks/is-signed-with.ts'

const sign = (verifier: string, body: Uint8Array) =>
  createHmac('sha256', verifier).update(body).digest('base64')

it('a body is signed with the verifier token that signed it, and with no other signature', () => {
  fc.assert(
    fc.property(fc.uint8Array(), fc.string({ minLength: 1 }), fc.string(), (bytes, verifier, other) => {
      const body = Buffer.from(bytes)
      const signature = sign(verifier, body)
      expect(isSignedWith(verifier, body, signature)).toBe(true)
      expect(isSignedWith(verifier, body, undefined)).toBe(false)
      expect(isSignedWith(verifier, body, other)).toBe(other === signature)
      expect(isSignedWith(`${verifier}x`, body, signature)).toBe(false)
      expect(isSignedWith(verifier, Buffer.concat([body, Buffer.from(' ')]), signature)).toBe(false)
    }),
  )
})
