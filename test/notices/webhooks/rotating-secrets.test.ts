import { describe, expect, it } from '@jest/globals'
import { parseSecretKeys } from '../../../src/secrets/parse-secret-keys.ts'
import { connectWebhooks } from '../../../src/wiring/connect-webhooks.ts'
import { newStores } from '../../support/kept-issues.ts'

const [OLD, NEW, OTHER] = ['a'.repeat(64), 'b'.repeat(64), 'c'.repeat(64)]
const now = () => new Date('2026-03-09T12:00:00.000Z')
const stores = await newStores(now)

function webhooksWith(text: string) {
  const parsed = parseSecretKeys(text)
  const secretKeys = 'keys' in parsed ? parsed.keys : undefined
  return connectWebhooks({ secretKeys, stores, allowPrivate: false, now })
}

describe('changing the key that seals the secrets of endpoints', () => {
  it('seals all of them anew, once, those that still sign along, too', async () => {
    const { endpoints } = webhooksWith(OLD)
    for (const firmId of ['acme', null]) {
      const made = await endpoints.create({
        firmId,
        url: 'https://a.example/',
        description: null,
        types: null,
      })
      if (typeof made === 'string') throw new Error(made)
      await endpoints.rotateSecret(null, made.endpoint.id)
    }
    expect(await webhooksWith(OTHER).rotateSecrets()).toEqual({ resealed: 0, current: 0, unreadable: 4 })
    const both = webhooksWith(`${NEW},${OLD}`)
    expect(await both.rotateSecrets()).toEqual({ resealed: 4, current: 0, unreadable: 0 })
    expect(await webhooksWith(NEW).rotateSecrets()).toEqual({ resealed: 0, current: 4, unreadable: 0 })
  })
})
