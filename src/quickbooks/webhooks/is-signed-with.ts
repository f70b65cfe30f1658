import { createHmac, timingSafeEqual } from 'node:crypto'

/**
 * Whether the header `intuit-signature` is the base64 of the HMAC-SHA256 of these bytes under the app's verifier token
 * (https://developer.intuit.com/app/developer/qbo/docs/develop/webhooks).
 */
export function isSignedWith(verifier: string, body: Buffer, signature: string | undefined): boolean {
  if (signature === undefined) return false
  const expected = Buffer.from(createHmac('sha256', verifier).update(body).digest('base64'))
  const given = Buffer.from(signature)
  return given.length === expected.length && timingSafeEqual(given, expected)
}
