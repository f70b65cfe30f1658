import { beforeEach, describe, expect, it } from '@jest/globals'
import { setImmediate as breathe } from 'node:timers/promises'
import { inspect } from 'node:util'
import type { OAuth } from '../../../src/quickbooks/connection/oauth.ts'
import type { NotSent } from '../../../src/quickbooks/not-sent.ts'
import type { AccessToken } from '../../../src/quickbooks/realm-access.ts'
import { stoppedClock } from '../../support/clock.ts'
import { ADA, connectionsOn, secretKeysOf } from '../../support/connections.ts'
import { type OAuthServer, startOAuthServer } from '../../support/oauth-server.ts'
import { temporaryDatabase } from '../../support/temporary-storage.ts'
import { createSeal } from '../../../src/secrets/create-seal.ts'

const { storage, bytes } = await temporaryDatabase()

const SECOND = 1_000
const MINUTE = 60 * SECOND
const HOUR = 60 * MINUTE
const DAY = 24 * HOUR
const RECONNECT: NotSent = { outcome: 'not-sent', waitingFor: 'connection', until: undefined }

let server: OAuthServer
let clock: ReturnType<typeof stoppedClock>
let count = 0
let firmId: string

/** A process of the service. */
const aProcess = (changes: Partial<Parameters<typeof connectionsOn>[0]> = {}) =>
  connectionsOn({ storage, server, now: clock.now, ...changes })

type Process = Awaited<ReturnType<typeof aProcess>>
let first: Process

beforeEach(async () => {
  server = await startOAuthServer()
  clock = stoppedClock()
  count += 1
  firmId = `firm-${count}`
  first = await aProcess()
  await first.connect(firmId, String(1_000_000 + count))
})

/** The token that a call would be made with, which QuickBooks takes. */
async function tokenOf({ connections }: Pick<Process, 'connections'>): Promise<AccessToken> {
  const token = await connections.access(firmId).token()
  if ('outcome' in token) throw new Error(`There is no token: ${inspect(token)}`)
  return token
}

const refreshes = () => server.asked('refresh_token')
const statusNow = async () => (await first.connections.get(firmId))?.status

/** An Intuit whose answers to refreshes are under way until they are let go. */
function held(oauth: OAuth) {
  const waiting: (() => void)[] = []
  const refresh: OAuth['refresh'] = async (token) => {
    const answer = await oauth.refresh(token)
    await new Promise<void>((go) => waiting.push(go))
    return answer
  }
  const isWaiting = async () => {
    while (waiting.length === 0) await breathe()
  }
  return { oauth: { ...oauth, refresh }, isWaiting, letGo: () => waiting.splice(0).forEach((go) => go()) }
}

describe('an access token', () => {
  it('is used as long as it lasts for a call', async () => {
    const one = await tokenOf(first)
    clock.pass(HOUR - 5 * MINUTE - 1)
    expect(await tokenOf(first)).toEqual(one)
    expect(refreshes()).toBe(0)
  })

  it('is renewed some minutes before it expires', async () => {
    const one = await tokenOf(first)
    clock.pass(HOUR - 5 * MINUTE)
    const other = await tokenOf(first)
    expect(other.accessToken).not.toBe(one.accessToken)
    expect(other.realmId).toBe(one.realmId)
    expect(server.takes(other.accessToken)).toBe(true)
    expect(refreshes()).toBe(1)
  })

  it('is renewed once, however many ask in how many processes', async () => {
    const processes = [first, await aProcess(), await aProcess(), await aProcess()]
    clock.pass(2 * HOUR)
    const all = await Promise.all(processes.flatMap((one) => Array.from({ length: 50 }, () => tokenOf(one))))
    expect(new Set(all.map(({ accessToken }) => accessToken)).size).toBe(1)
    expect(refreshes()).toBe(1)
  })

  it('that QuickBooks does not take is renewed once, however many were refused with it', async () => {
    const [other, refused] = [await aProcess(), await tokenOf(first)]
    const renewed = await Promise.all(
      [first, other].flatMap(({ connections }) =>
        Array.from({ length: 25 }, () => connections.access(firmId).renewed(refused)),
      ),
    )
    const late = await first.connections.access(firmId).renewed(refused)
    expect(
      new Set([...renewed, late].map((token) => ('outcome' in token ? 'none' : token.accessToken))).size,
    ).toBe(1)
    expect(late).toEqual(await tokenOf(first))
    expect(late).not.toEqual(refused)
    expect(refreshes()).toBe(1)
  })

  it('brings the days that its refresh token has, again and again', async () => {
    for (let renewals = 1; renewals <= 3; renewals += 1) {
      clock.pass(60 * DAY)
      await tokenOf(first)
      expect(await first.connections.get(firmId)).toMatchObject({ status: 'connected', daysLeft: 101 })
      expect(refreshes()).toBe(renewals)
    }
  })

  it('does not make known when the connection ends for good any less', async () => {
    server.settings.tellsHardLimit = false
    clock.pass(DAY)
    await tokenOf(first)
    expect(await first.connections.get(firmId)).toMatchObject({ hardDaysLeft: 1_824 })
  })

  it('is kept before anybody has it', async () => {
    clock.pass(2 * HOUR)
    const { accessToken } = await tokenOf(first)
    expect(await tokenOf(await aProcess())).toMatchObject({ accessToken })
    expect((await bytes()).includes(accessToken)).toBe(false)
  })

  it('is nobody’s who was never connected', async () => {
    expect(await first.connections.access('nobody').token()).toEqual(RECONNECT)
  })

  it('takes its turns from the firm’s share of the limits', async () => {
    const access = first.connections.access(firmId)
    expect(await access.reserve({ kind: 'read', slots: 1, reads: 1 })).toBe('now')
    expect(await first.connections.get(firmId)).toMatchObject({ readsThisMonth: 1 })
    expect(await access.throttled('month')).toMatchObject({ waitingFor: 'monthly-reads' })
    expect(await access.reserve({ kind: 'read', slots: 1, reads: 1 })).toMatchObject({
      waitingFor: 'monthly-reads',
    })
    await access.answered()
    expect(await first.connections.get(firmId)).toMatchObject({ lastSuccessAt: clock.now().toISOString() })
  })
})

describe('an answer of Intuit that is lost', () => {
  it.each(['renew-then-drop', 'half-answer', 'drop-before'] as const)(
    'is asked for once more with the same refresh token, and nobody notices: %s',
    async (misbehaviour) => {
      clock.pass(2 * HOUR)
      server.misbehave(misbehaviour)
      const all = await Promise.all(Array.from({ length: 50 }, () => tokenOf(first)))
      expect(server.takes(all[0]?.accessToken ?? '')).toBe(true)
      expect(refreshes()).toBe(2)
      expect(first.notRenewed).toEqual([])
      clock.pass(2 * HOUR)
      await tokenOf(first)
    },
  )

  it('twice is no end of the connection: it is asked for again later', async () => {
    clock.pass(2 * HOUR)
    server.misbehave('renew-then-drop', 'renew-then-drop')
    expect(await first.connections.access(firmId).token()).toEqual({
      ...RECONNECT,
      until: new Date(clock.now().getTime() + MINUTE),
    })
    expect(first.notRenewed).toEqual(['lost'])
    expect(await statusNow()).toBe('connected')
    await tokenOf(await aProcess())
  })

  it('with a server that takes no token twice ends the connection, and what waits keeps waiting', async () => {
    server.settings.honoursFormer = false
    clock.pass(2 * HOUR)
    server.misbehave('renew-then-drop')
    const { connections } = first
    expect(await Promise.all([1, 2, 3].map(() => connections.access(firmId).token()))).toEqual(
      Array.from({ length: 3 }, () => RECONNECT),
    )
    expect(first.notRenewed).toEqual(['invalid_grant'])
    expect(await connections.get(firmId)).toMatchObject({
      status: 'reconnect-needed',
      ended: { at: clock.now().toISOString(), by: { type: 'system' } },
    })
    expect(await connections.access(firmId).token()).toEqual(RECONNECT)
    expect(refreshes()).toBe(2)
    await first.connect(firmId, String(1_000_000 + count))
    await tokenOf(first)
    expect(await statusNow()).toBe('connected')
  })
})

describe('a connection', () => {
  it('that was taken away at Intuit needs somebody to reconnect', async () => {
    server.forgetGrants()
    clock.pass(2 * HOUR)
    expect(await first.connections.access(firmId).token()).toEqual(RECONNECT)
    expect(await statusNow()).toBe('reconnect-needed')
  })

  it.each([
    [
      'it does not know our client any more',
      { status: 401, body: '{"error":"invalid_client"}', headers: { 'Content-Type': 'application/json' } },
      'invalid_client',
    ],
    ['too many ask', { status: 429, body: '' }, 'unreachable'],
  ])('stays one while Intuit refuses for another reason: %s', async (_, misbehaviour, reason) => {
    clock.pass(2 * HOUR)
    server.misbehave(misbehaviour)
    expect(await first.connections.access(firmId).token()).toMatchObject({ waitingFor: 'connection' })
    expect(first.notRenewed).toEqual([reason])
    expect(await statusNow()).toBe('connected')
    await tokenOf(first)
  })

  it('does without Intuit until its token expires', async () => {
    const one = await tokenOf(first)
    clock.pass(HOUR - 4 * MINUTE)
    server.misbehave({ status: 503, body: '' }, { status: 503, body: '' })
    expect(await tokenOf(first)).toEqual(one)
    await server.close()
    expect(await tokenOf(first)).toEqual(one)
    clock.pass(4 * MINUTE)
    expect(await first.connections.access(firmId).token()).toMatchObject({
      outcome: 'not-sent',
      until: expect.any(Date),
    })
  })

  it('is renewed by somebody else where a process ends in the middle of it', async () => {
    const { oauth, isWaiting } = held(first.needs.oauth)
    const ended = await aProcess({ oauth })
    clock.pass(2 * HOUR)
    void ended.connections.access(firmId).token()
    await isWaiting()
    const waits = tokenOf(first)
    await breathe()
    expect(refreshes()).toBe(1)
    clock.pass(120 * SECOND)
    expect(server.takes((await waits).accessToken)).toBe(true)
    expect(refreshes()).toBe(2)
  })

  it('is not waited for while a process is at it and the token still lasts', async () => {
    const one = await tokenOf(first)
    const { oauth, isWaiting, letGo } = held(first.needs.oauth)
    const slow = await aProcess({ oauth })
    clock.pass(HOUR - 4 * MINUTE)
    const renewing = tokenOf(slow)
    await isWaiting()
    expect(await tokenOf(first)).toEqual(one)
    letGo()
    expect(await renewing).not.toEqual(one)
    expect(refreshes()).toBe(1)
  })

  it('keeps what came last, where a slow process was overtaken', async () => {
    const { oauth, isWaiting, letGo } = held(first.needs.oauth)
    const slow = await aProcess({ oauth })
    clock.pass(2 * HOUR)
    const overtaken = tokenOf(slow)
    await isWaiting()
    clock.pass(120 * SECOND)
    const kept = await tokenOf(first)
    letGo()
    expect(await overtaken).toEqual(kept)
    clock.pass(2 * HOUR)
    const last = await tokenOf(first)
    expect(server.takes(last.accessToken)).toBe(true)
  })

  it('is not lost where a slow process asked after it was overtaken', async () => {
    let go: () => void = () => undefined
    const asks = new Promise<void>((resolve) => {
      go = resolve
    })
    let isAsking = false
    const refresh: OAuth['refresh'] = async (token) => {
      isAsking = true
      await asks
      return first.needs.oauth.refresh(token)
    }
    const slow = await aProcess({ oauth: { ...first.needs.oauth, refresh } })
    clock.pass(2 * HOUR)
    const overtaken = tokenOf(slow)
    while (!isAsking) await breathe()
    clock.pass(120 * SECOND)
    const kept = await tokenOf(first)
    go()
    expect(await overtaken).toEqual(kept)
    // What is kept was superseded at Intuit by what the slow process was answered.
    clock.pass(2 * HOUR)
    expect(server.takes((await tokenOf(first)).accessToken)).toBe(true)
    expect(first.notRenewed).toEqual([])
    clock.pass(2 * HOUR)
    await tokenOf(first)
    expect(await statusNow()).toBe('connected')
  })

  it('that was taken away after it was renewed is asked for once with each of its refresh tokens', async () => {
    clock.pass(2 * HOUR)
    await tokenOf(first)
    server.forgetGrants()
    clock.pass(2 * HOUR)
    expect(await first.connections.access(firmId).token()).toEqual(RECONNECT)
    expect(refreshes()).toBe(3)
    expect(first.notRenewed).toEqual(['invalid_grant'])
  })

  it('stays disconnected, where it was while its tokens were renewed', async () => {
    const { oauth, isWaiting, letGo } = held(first.needs.oauth)
    const slow = await aProcess({ oauth })
    clock.pass(2 * HOUR)
    const token = slow.connections.access(firmId).token()
    await isWaiting()
    await first.connections.disconnect(firmId, ADA)
    letGo()
    expect(await token).toEqual(RECONNECT)
    expect((await first.kept.connections.get(firmId))?.doc).toMatchObject({
      status: 'disconnected',
      accessToken: null,
      refreshToken: null,
      formerRefreshToken: null,
    })
  })

  it('keeps the turns that are taken while its tokens are renewed', async () => {
    const { oauth, isWaiting, letGo } = held(first.needs.oauth)
    const slow = await aProcess({ oauth })
    clock.pass(2 * HOUR)
    const renewing = tokenOf(slow)
    await isWaiting()
    await first.connections.access(firmId).reserve({ kind: 'read', slots: 1, reads: 3 })
    letGo()
    await renewing
    expect(await first.connections.get(firmId)).toMatchObject({ readsThisMonth: 3 })
  })

  it('whose key is not there any more is left as it is', async () => {
    const other = await aProcess({ seal: createSeal(secretKeysOf(2)) })
    await expect(other.connections.access(firmId).token()).rejects.toThrow('SECRET_KEY')
    clock.pass(2 * HOUR)
    await expect(other.connections.access(firmId).token()).rejects.toThrow('SECRET_KEY')
    await tokenOf(first)
  })

  it('that nobody uses is renewed long before it ends, and only then', async () => {
    const others = await aProcess({ seal: createSeal(secretKeysOf(2)) })
    const refreshIdle = () => first.connections.refreshIdle()
    const foreign = `${firmId}-unreadable`
    await others.connect(foreign, String(2_000_000 + count))
    // Those of the other tests are of servers that are gone.
    for (const { doc, version } of await first.kept.connections.page({ index: 'all', limit: 1_000 })) {
      if (!doc.id.startsWith(firmId)) await first.kept.connections.remove(doc.id, version)
    }
    clock.pass(50 * DAY)
    expect(await refreshIdle()).toBe(0)
    clock.pass(DAY)
    expect(await refreshIdle()).toBe(1)
    expect(first.notRenewed).toEqual([expect.stringContaining('SECRET_KEY')])
    expect(await first.connections.get(firmId)).toMatchObject({ daysLeft: 101 })
    expect(await refreshIdle()).toBe(0)
  })
})
