import { describe, expect, it } from '@jest/globals'
import { inspect } from 'node:util'
import type { Actor } from '../../../src/domain/actor.ts'
import type { Completed } from '../../../src/quickbooks/connection/connections.ts'
import { stoppedClock } from '../../support/clock.ts'
import { ADA, connectionsOn, OTHER_REALM, REALM } from '../../support/connections.ts'
import { startOAuthServer } from '../../support/oauth-server.ts'
import { temporaryDatabase } from '../../support/temporary-storage.ts'

const { storage, bytes } = await temporaryDatabase()
const server = await startOAuthServer()
const { now, pass } = stoppedClock()
const { connections, needs, kept, forgotten, setOut, connect } = await connectionsOn({ storage, server, now })

const MINUTE = 60_000
const DAY = 24 * 60 * MINUTE
const KEY: Actor = { type: 'key', id: 'key_1', via: null }
const ADA_BY_KEY: Actor = { ...ADA, via: 'key_1' }

let count = 0
/** A firm and a company that nobody has seen before. */
function aFirm() {
  count += 1
  return {
    firmId: `firm-${count}`,
    realmId: String(9_000_000 + count),
    session: { firmId: `firm-${count}`, memberId: ADA.id },
  }
}

async function isConnected(firmId: string): Promise<boolean> {
  return (await connections.get(firmId))?.status === 'connected'
}

describe('a firm that sets out to connect', () => {
  it('is connected once it comes back with a code', async () => {
    const { firmId, realmId } = aFirm()
    expect(await connections.get(firmId)).toBeUndefined()
    expect(await connect(firmId, realmId)).toEqual({
      outcome: 'connected',
      firmId,
      language: null,
      companyName: `Company ${realmId}`,
      otherRealmBefore: false,
    })
    expect(await connections.get(firmId)).toEqual({
      status: 'connected',
      realmId,
      companyName: `Company ${realmId}`,
      connectedAt: now().toISOString(),
      connectedBy: ADA,
      ended: null,
      refreshExpiresAt: new Date(now().getTime() + 101 * DAY).toISOString(),
      hardExpiresAt: new Date(now().getTime() + 1_825 * DAY).toISOString(),
      daysLeft: 101,
      hardDaysLeft: 1_825,
      realmSince: now().toISOString(),
      formerRealmId: null,
      lastSuccessAt: null,
      readsBlockedUntil: null,
      readsThisMonth: 0,
    })
  })

  it('is sent to Intuit’s page for ten minutes, with a state of its own each time', async () => {
    const { firmId } = aFirm()
    const wish = { firmId, actor: ADA, language: 'fr' } as const
    const [one, other] = [await connections.authorize(wish), await connections.authorize(wish)]
    expect(one?.expiresAt).toBe(new Date(now().getTime() + 10 * MINUTE).toISOString())
    expect(one?.url).toContain(`${server.url}/connect/oauth2?`)
    const states = [one, other].map((each) => new URL(each?.url ?? '').searchParams.get('state') ?? '')
    expect(new Set(states).size).toBe(2)
    for (const state of states) expect(Buffer.from(state, 'base64url')).toHaveLength(32)
    expect((await bytes()).includes(states[0] ?? '')).toBe(false)
  })

  it('comes back in the language it left in', async () => {
    const { firmId, session } = aFirm()
    const authorization = await connections.authorize({ firmId, actor: ADA, language: 'fr' })
    const state = new URL(authorization?.url ?? '').searchParams.get('state') ?? ''
    expect(await connections.complete({ state, error: 'access_denied' }, session)).toEqual({
      outcome: 'denied',
      firmId,
      language: 'fr',
    })
  })

  it('is sent nowhere while Intuit cannot be reached', async () => {
    const oauth = { ...needs.oauth, authorizeUrl: async () => undefined }
    const unreachable = await connectionsOn({ storage, server, now, oauth })
    expect(
      await unreachable.connections.authorize({ firmId: 'x', actor: ADA, language: null }),
    ).toBeUndefined()
  })

  it('may say no, and stays as it was', async () => {
    const { firmId, realmId, session } = aFirm()
    const state = await setOut(firmId)
    expect(await connections.complete({ state, error: 'access_denied' }, session)).toMatchObject({
      outcome: 'denied',
    })
    expect(await connections.get(firmId)).toBeUndefined()
    await connect(firmId, realmId)
    await connections.complete({ state: await setOut(firmId), error: 'access_denied' }, session)
    expect(await isConnected(firmId)).toBe(true)
  })

  it('is connected for as many days as are left, and none after the last', async () => {
    const { firmId, realmId } = aFirm()
    const { connections: later } = await connectionsOn({
      storage,
      server,
      now: () => new Date(now().getTime() + 101 * DAY + 1),
    })
    await connect(firmId, realmId)
    expect(await later.get(firmId)).toMatchObject({ daysLeft: 0, hardDaysLeft: 1_723 })
  })

  it('is not told what Intuit does not tell', async () => {
    server.settings.tellsHardLimit = false
    const { firmId, realmId } = aFirm()
    await connect(firmId, realmId)
    server.settings.tellsHardLimit = true
    expect(await connections.get(firmId)).toMatchObject({ hardExpiresAt: null, hardDaysLeft: null })
  })
})

describe('a state', () => {
  /** Comes back with this state, and all else as it should be. */
  const comeBack = async (state: string | undefined, of: ReturnType<typeof aFirm>) =>
    connections.complete({ state, code: server.newCode(), realmId: of.realmId }, of.session)

  it.each(['', 'x', 'a'.repeat(43), '\0', 'x'.repeat(100_000), undefined])(
    'that nobody gave connects nothing: %#',
    async (state) => {
      const firm = aFirm()
      await setOut(firm.firmId)
      const asked = server.asked('authorization_code')
      expect(await comeBack(state, firm)).toEqual({ outcome: 'state-unknown' })
      expect(server.asked('authorization_code')).toBe(asked)
      expect(await connections.get(firm.firmId)).toBeUndefined()
    },
  )

  it('is not what is kept of it', async () => {
    const firm = aFirm()
    await setOut(firm.firmId)
    const all = await kept.authorizations.page({ index: 'firm', equals: { firmId: firm.firmId }, limit: 9 })
    expect(await comeBack(all[0]?.doc.id, firm)).toEqual({ outcome: 'state-unknown' })
  })

  it('works once', async () => {
    const firm = aFirm()
    const state = await setOut(firm.firmId)
    expect(await comeBack(state, firm)).toMatchObject({ outcome: 'connected' })
    await connections.disconnect(firm.firmId, ADA)
    expect(await comeBack(state, firm)).toEqual({ outcome: 'state-unknown' })
    expect(await isConnected(firm.firmId)).toBe(false)
  })

  it('works once, however many come with it at the same time', async () => {
    const firm = aFirm()
    const state = await setOut(firm.firmId)
    const asked = server.asked('authorization_code')
    const all = await Promise.all([1, 2, 3, 4].map(() => comeBack(state, firm)))
    expect(all.map(({ outcome }) => outcome).toSorted()).toEqual([
      'connected',
      'state-unknown',
      'state-unknown',
      'state-unknown',
    ])
    expect(server.asked('authorization_code') - asked).toBe(1)
  })

  it('works for ten minutes', async () => {
    const [one, other] = [aFirm(), aFirm()]
    const states = [await setOut(one.firmId), await setOut(other.firmId)]
    pass(10 * MINUTE - 1)
    expect(await comeBack(states[0], one)).toMatchObject({ outcome: 'connected' })
    pass(1)
    expect(await comeBack(states[1], other)).toEqual({ outcome: 'state-unknown' })
    expect(await connections.get(other.firmId)).toBeUndefined()
  })

  it('is used up by a refusal too', async () => {
    const firm = aFirm()
    const state = await setOut(firm.firmId)
    await connections.complete({ state, error: 'access_denied' }, firm.session)
    expect(await comeBack(state, firm)).toEqual({ outcome: 'state-unknown' })
  })
})

describe('whoever comes back', () => {
  const [firmId, session] = ['mine', { firmId: 'mine', memberId: ADA.id }] as const

  it.each<readonly [string, Actor, Parameters<typeof connections.complete>[1], Completed['outcome']]>([
    ['the member who set out', ADA, session, 'connected'],
    ['nobody who is signed in', ADA, undefined, 'foreign'],
    ['another member', ADA, { ...session, memberId: 'mem_2' }, 'foreign'],
    ['a namesake of another firm', ADA, { ...session, firmId: 'other' }, 'foreign'],
    ['nobody, where a key set out', KEY, undefined, 'connected'],
    ['a member of the firm, where a key set out', KEY, { ...session, memberId: 'mem_2' }, 'connected'],
    ['a member of another firm, where a key set out', KEY, { ...session, firmId: 'other' }, 'foreign'],
    ['nobody, where a key set out for a member', ADA_BY_KEY, undefined, 'connected'],
    ['that member, where a key set out for them', ADA_BY_KEY, session, 'connected'],
    ['another member, where a key set out for one', ADA_BY_KEY, { ...session, memberId: 'mem_2' }, 'foreign'],
  ])('is judged by who set out: %s', async (_, actor, signedIn, outcome) => {
    await connections.disconnect(firmId, ADA)
    const state = await setOut(firmId, actor)
    const asked = server.asked('authorization_code')
    const completed = await connections.complete({ state, code: server.newCode(), realmId: REALM }, signedIn)
    expect(completed.outcome).toBe(outcome)
    expect(await isConnected(firmId)).toBe(outcome === 'connected')
    expect(server.asked('authorization_code') - asked).toBe(outcome === 'connected' ? 1 : 0)
  })

  it('as somebody else learns nothing of the firm', async () => {
    const state = await setOut(firmId)
    expect(await connections.complete({ state }, { firmId: 'other', memberId: 'mem_9' })).toEqual({
      outcome: 'foreign',
      language: null,
    })
  })
})

describe('an answer of Intuit', () => {
  it.each([
    ['without a code', { code: undefined }],
    ['with an empty code', { code: '' }],
    ['with a code that is no longer good', { code: 'code-of-before' }],
    ['without a company', { realmId: undefined }],
    ['with a company that is none', { realmId: '../../1' }],
    ['with a company of too many digits', { realmId: '1'.repeat(21) }],
    ['with another error', { error: 'invalid_scope' }],
  ])('%s connects nothing', async (_, changes) => {
    const { firmId, realmId, session } = aFirm()
    const answer = { state: await setOut(firmId), code: server.newCode(), realmId, ...changes }
    expect(await connections.complete(answer, session)).toMatchObject({ outcome: 'exchange-failed', firmId })
    expect(await connections.get(firmId)).toBeUndefined()
  })

  it.each(['drop-before', 'half-answer', 'renew-then-drop'] as const)(
    'that is lost connects nothing: %s',
    async (misbehaviour) => {
      const { firmId, realmId } = aFirm()
      const asked = server.asked('authorization_code')
      server.misbehave(misbehaviour)
      expect(await connect(firmId, realmId)).toMatchObject({ outcome: 'exchange-failed' })
      expect(server.asked('authorization_code') - asked).toBe(1)
    },
  )

  it.each([
    [
      'QuickBooks does not open it with them',
      { outcome: 'refused', refusal: { httpStatus: 403, error: '', faults: [], intuitTid: null } },
    ],
    ['QuickBooks does not take them', { outcome: 'not-sent', waitingFor: 'connection', until: undefined }],
    ['QuickBooks does not answer', { outcome: 'failed', reason: 'timeout' }],
  ] as const)('claims no company that its tokens may not be for: %s', async (_, info) => {
    const { firmId, realmId } = aFirm()
    const { connect } = await connectionsOn({ storage, server, now, readCompanyInfo: async () => info })
    expect(await connect(firmId, realmId)).toMatchObject({ outcome: 'exchange-failed' })
    expect(await kept.realms.get(realmId)).toBeUndefined()
  })

  it.each(['rate-limit', 'monthly-reads'] as const)(
    'connects without the company’s name where QuickBooks says it later: %s',
    async (waitingFor) => {
      const { firmId, realmId } = aFirm()
      const info = { outcome: 'not-sent', waitingFor, until: undefined } as const
      const { connect } = await connectionsOn({ storage, server, now, readCompanyInfo: async () => info })
      expect(await connect(firmId, realmId)).toMatchObject({ outcome: 'connected', companyName: null })
    },
  )
})

describe('a company', () => {
  it('is one firm’s', async () => {
    const [one, other] = [aFirm(), aFirm()]
    await connect(one.firmId, one.realmId)
    const revoked = server.revoked().length
    expect(await connect(other.firmId, one.realmId)).toEqual({
      outcome: 'realm-taken',
      firmId: other.firmId,
      language: null,
    })
    expect(await connections.get(other.firmId)).toBeUndefined()
    expect(await isConnected(one.firmId)).toBe(true)
    // Intuit would end the other firm's connection too.
    expect(server.revoked()).toHaveLength(revoked)
  })

  it('that two firms want at once is one firm’s', async () => {
    const [one, other] = [aFirm(), aFirm()]
    const both = await Promise.all([connect(one.firmId, one.realmId), connect(other.firmId, one.realmId)])
    expect(both.map(({ outcome }) => outcome).toSorted()).toEqual(['connected', 'realm-taken'])
  })

  it('stays the firm’s when it connects again, with all that is known of it', async () => {
    const { firmId, realmId } = aFirm()
    await connect(firmId, realmId)
    const revoked = server.revoked().length
    const first = await kept.connections.get(firmId)
    if (first === undefined) throw new Error('It is not connected.')
    await kept.connections.replace(
      { ...first.doc, status: 'reconnect-needed', nextFreeAt: 7, reads: { month: '2026-03', count: 5 } },
      first.version,
    )
    pass(MINUTE)
    expect(await connect(firmId, realmId)).toMatchObject({ outcome: 'connected', otherRealmBefore: false })
    expect((await kept.connections.get(firmId))?.doc).toMatchObject({
      status: 'connected',
      ended: null,
      connectedAt: now().toISOString(),
      realmSince: first.doc.realmSince,
      formerRealmId: null,
      nextFreeAt: 7,
    })
    expect(await connections.get(firmId)).toMatchObject({ readsThisMonth: 5 })
    expect(forgotten).not.toContain(firmId)
    // Intuit would end the new connection with the one before.
    expect(server.revoked()).toHaveLength(revoked)
  })

  it('that is another than before is told, and the ids of the one before are forgotten first', async () => {
    const { firmId, realmId } = aFirm()
    const other = aFirm().realmId
    const seen: unknown[] = []
    const forgetting = await connectionsOn({
      storage,
      server,
      now,
      forgetQuickBooksIds: async (id) => {
        seen.push(id, (await connections.get(id))?.status, (await connections.get(id))?.realmId)
      },
    })
    await connect(firmId, realmId)
    const since = now().toISOString()
    pass(MINUTE)
    expect(await forgetting.connect(firmId, other)).toMatchObject({
      outcome: 'connected',
      otherRealmBefore: true,
    })
    expect(seen).toEqual([firmId, 'disconnected', realmId])
    expect(await connections.get(firmId)).toMatchObject({ realmId: other, formerRealmId: realmId })
    expect((await connections.get(firmId))?.realmSince).not.toBe(since)
    // The one before is free for others now.
    expect(await connect(aFirm().firmId, realmId)).toMatchObject({ outcome: 'connected' })
  })

  it('is told to be another also where the firm had disconnected', async () => {
    const { firmId, realmId } = aFirm()
    await connect(firmId, realmId)
    await connections.disconnect(firmId, ADA)
    expect(await connect(firmId, aFirm().realmId)).toMatchObject({ otherRealmBefore: true })
    expect(forgotten.filter((id) => id === firmId)).toHaveLength(1)
  })

  it('is set free where a process ended between its claim and its connection, after a while', async () => {
    const [one, other] = [aFirm(), aFirm()]
    await kept.realms.insert({ id: one.realmId, firmId: one.firmId, claimedAt: now().toISOString() })
    expect(await connect(other.firmId, one.realmId)).toMatchObject({ outcome: 'realm-taken' })
    pass(10 * MINUTE)
    expect(await connect(other.firmId, one.realmId)).toMatchObject({ outcome: 'connected' })
    pass(10 * MINUTE)
    expect(await connect(one.firmId, one.realmId)).toMatchObject({ outcome: 'realm-taken' })
  })

  it('stays nobody’s where the firm is deleted meanwhile', async () => {
    const { firmId, realmId } = aFirm()
    const { connect } = await connectionsOn({ storage, server, now, firmExists: async () => false })
    expect(await connect(firmId, realmId)).toEqual({ outcome: 'state-unknown' })
    expect(await kept.connections.get(firmId)).toBeUndefined()
    expect(await kept.realms.get(realmId)).toBeUndefined()
  })
})

describe('a firm that disconnects', () => {
  it('leaves no token behind, here or at Intuit, and sets its company free', async () => {
    const { firmId, realmId } = aFirm()
    await connect(firmId, realmId)
    const refreshToken = server.secrets.findLast((secret) => secret.startsWith('refresh'))
    await connections.disconnect(firmId, KEY)
    expect((await kept.connections.get(firmId))?.doc).toMatchObject({
      status: 'disconnected',
      accessToken: null,
      refreshToken: null,
      ended: { at: now().toISOString(), by: KEY },
    })
    expect(server.revoked().at(-1)).toBe(refreshToken)
    expect(await connections.access(firmId).token()).toEqual({
      outcome: 'not-sent',
      waitingFor: 'connection',
      until: undefined,
    })
    expect(await connect(aFirm().firmId, realmId)).toMatchObject({ outcome: 'connected' })
    expect(await connect(firmId, realmId)).toMatchObject({ outcome: 'realm-taken' })
  })

  it('may do so again, and without having been connected', async () => {
    const { firmId, realmId } = aFirm()
    await connections.disconnect(firmId, ADA)
    await connect(firmId, realmId)
    await connections.disconnect(firmId, KEY)
    await connections.disconnect(firmId, ADA)
    expect(await connections.get(firmId)).toMatchObject({ status: 'disconnected', ended: { by: KEY } })
  })

  it('is disconnected also where Intuit does not answer', async () => {
    const { firmId, realmId } = aFirm()
    const oauth = { ...needs.oauth, revoke: async () => false }
    const { connections: alone, connect } = await connectionsOn({ storage, server, now, oauth })
    await connect(firmId, realmId)
    await alone.disconnect(firmId, ADA)
    expect(await connections.get(firmId)).toMatchObject({ status: 'disconnected' })
  })
})

it('keeps no token, code or state readable in the files of the database', async () => {
  const { firmId } = aFirm()
  const state = await setOut(firmId)
  await connect(firmId, OTHER_REALM)
  const stored = await bytes()
  for (const secret of [state, 'client-secret-canary', ...server.secrets]) {
    expect(stored.includes(secret)).toBe(false)
    expect(stored.includes(Buffer.from(secret).toString('base64url').slice(0, -2))).toBe(false)
  }
  const documents = await kept.connections.page({ index: 'all', limit: 100 })
  expect(documents.length).toBeGreaterThan(5)
  expect(inspect([documents, connections, needs], { depth: 9 })).not.toContain('-canary-')
})
