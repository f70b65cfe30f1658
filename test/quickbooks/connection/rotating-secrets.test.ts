import { describe, expect, it } from '@jest/globals'
import { setImmediate as breathe } from 'node:timers/promises'
import { createSeal } from '../../../src/secrets/create-seal.ts'
import { stoppedClock } from '../../support/clock.ts'
import { ADA, connectionsOn, secretKeysOf } from '../../support/connections.ts'
import { startOAuthServer } from '../../support/oauth-server.ts'
import { temporaryStorage } from '../../support/temporary-storage.ts'

const server = await startOAuthServer()
const HOUR = 60 * 60 * 1000

/** Connections of 120 firms, sealed with key 1, and processes that know other keys. */
async function aService(firms = 120) {
  const storage = await temporaryStorage()
  const clock = stoppedClock()
  const withKeys = (...fill: number[]) =>
    connectionsOn({ storage, server, now: clock.now, seal: createSeal(secretKeysOf(...fill)) })
  const before = await withKeys(1)
  for (let at = 0; at < firms; at += 1) await before.connect(`firm-${at}`, String(1_000 + at))
  return { before, withKeys, clock, storage }
}

describe('secrets that are kept', () => {
  it('are sealed with the new first key, all of them, and open without the old one from then on', async () => {
    const { before, withKeys } = await aService()
    const both = await withKeys(2, 1)
    const token = await before.connections.access('firm-7').token()
    expect(await both.connections.rotateSecrets()).toEqual({ resealed: 120, current: 0, unreadable: 0 })
    const after = await withKeys(2)
    for (const firm of [0, 7, 99, 100, 119]) {
      expect(await after.connections.access(`firm-${firm}`).token()).toMatchObject({
        realmId: String(1_000 + firm),
      })
    }
    expect(await after.connections.access('firm-7').token()).toEqual(token)
    await expect(before.connections.access('firm-7').token()).rejects.toThrow('SECRET_KEY')
  })

  it('are left as they are by the next run', async () => {
    const { withKeys } = await aService(3)
    const { connections, kept } = await withKeys(2, 1)
    await connections.rotateSecrets()
    const first = await kept.connections.get('firm-1')
    expect(await connections.rotateSecrets()).toEqual({ resealed: 0, current: 3, unreadable: 0 })
    expect(await kept.connections.get('firm-1')).toEqual(first)
  })

  it('that no key opens are counted, and left as they are', async () => {
    const { withKeys } = await aService(2)
    await (await withKeys(3)).connect('of-key-3', '3000')
    const { connections, kept } = await withKeys(2, 1)
    const unreadable = await kept.connections.get('of-key-3')
    expect(await connections.rotateSecrets()).toEqual({ resealed: 2, current: 0, unreadable: 1 })
    expect(await kept.connections.get('of-key-3')).toEqual(unreadable)
  })

  it('are none where the firm has disconnected', async () => {
    const { before, withKeys } = await aService(1)
    await before.connections.disconnect('firm-0', ADA)
    const { connections } = await withKeys(2, 1)
    expect(await connections.rotateSecrets()).toEqual({ resealed: 0, current: 0, unreadable: 0 })
  })

  it('are not lost where they are renewed meanwhile', async () => {
    const { before, withKeys, clock, storage } = await aService(1)
    const answered: (() => void)[] = []
    const slow = await connectionsOn({
      storage,
      server,
      now: clock.now,
      oauth: {
        ...before.needs.oauth,
        refresh: async (token) => {
          const answer = await before.needs.oauth.refresh(token)
          await new Promise<void>((go) => answered.push(go))
          return answer
        },
      },
    })
    clock.pass(2 * HOUR)
    const renewing = slow.connections.access('firm-0').token()
    while (answered.length === 0) await breathe()
    const both = await withKeys(2, 1)
    expect(await both.connections.rotateSecrets()).toMatchObject({ resealed: 1 })
    answered[0]?.()
    const token = await renewing
    expect(await both.connections.access('firm-0').token()).toEqual(token)
    expect(await both.connections.rotateSecrets()).toMatchObject({ resealed: 1 })
    expect(await (await withKeys(2)).connections.access('firm-0').token()).toEqual(token)
  })
})
