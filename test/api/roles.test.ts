import { afterAll, describe, expect, it } from '@jest/globals'
import { roles } from '../../src/domain/role.ts'
import { type Answer, apiClient, everyOperation } from '../support/api-client.ts'
import {
  aFreshFirm,
  type Caller,
  callers,
  calls,
  headersOfCaller,
  type OperationCall,
} from '../support/callers.ts'
import { appAtIntuit } from '../support/app-at-intuit.ts'
import { everythingKept } from '../support/everything-kept.ts'
import { startServer } from '../support/running-server.ts'

const server = await startServer(await appAtIntuit())
const { stores } = server
const api = apiClient(server.url)

afterAll(() => server.stop())

/** The firm of the callers, another one, and one that does not exist. */
const firms = { own: 'own', other: 'other', none: 'none' } as const
type Where = keyof typeof firms
const wheres = Object.keys(firms) as Where[]

const isPublic = ({ allowed }: OperationCall) => allowed.includes('public')
const closed = calls.filter((call) => !isPublic(call))

/** What the contract, and nothing else, says of a call. */
function dueOf(call: OperationCall, { role, ofFirm }: Caller, where: Where): 'done' | 403 | 404 {
  if (!call.allowed.includes(role)) return 403
  if (!call.isOfFirm) return 'done'
  if (ofFirm && where !== 'own') return 404
  return where === 'none' && !call.mayBeNew ? 404 : 'done'
}

let isFresh = false

async function freshFirms(): Promise<void> {
  if (!isFresh) {
    await stores.firms.remove(firms.none)
    for (const firmId of [firms.own, firms.other]) await aFreshFirm(stores, firmId)
  }
  isFresh = true
}

/** A problem without what differs from request to request. */
function toldBy(answer: Answer) {
  return { ...answer.as('Problem'), requestId: '' }
}

describe('the contract', () => {
  it('says of every operation who may call it', () => {
    expect(calls.map(({ id }) => id)).toEqual(everyOperation.map(({ id }) => id))
    for (const { allowed } of calls) {
      expect(allowed.length).toBeGreaterThan(0)
      for (const role of allowed) expect(['public', ...roles]).toContain(role)
      if (allowed.includes('public')) expect(allowed).toEqual(['public'])
    }
    expect(closed.length).toBeGreaterThan(15)
  })

  it('lets everybody do what says nothing of any firm, and nothing else', () => {
    for (const call of calls.filter(isPublic)) expect(call.template).not.toMatch(/firm|issue/u)
  })

  it('lets support change nothing, and staff neither', () => {
    for (const { allowed, method, id } of closed) {
      if (method !== 'get')
        expect([id, allowed]).toEqual([id, expect.not.arrayContaining(['support', 'staff'])])
    }
  })
})

const table = closed.flatMap((call) =>
  callers.map((caller) => ({ id: call.id, who: caller.name, call, caller })),
)

describe('an operation', () => {
  it.each(table)('$id keeps the contract for $who', async ({ call, caller }) => {
    const refusals = new Map<Where, unknown>()
    for (const where of wheres) {
      await freshFirms()
      const headers = await headersOfCaller(stores, caller, { firmId: firms.own, origin: server.url })
      const due = dueOf(call, caller, where)
      const before = await everythingKept(stores.collections)
      const answer = await api.ask(call.method, call.addressOf(firms[where]), {
        body: call.bodies[0],
        headers: { ...headers, 'Idempotency-Key': `for-${where}` },
      })
      if (due === 'done') {
        expect([where, [200, 201, 202, 204].includes(answer.status)]).toEqual([where, true])
        isFresh = call.method === 'get'
      } else {
        expect([where, answer.status, answer.as('Problem').code]).toEqual([
          where,
          due,
          due === 403 ? 'forbidden' : 'not-found',
        ])
        expect(await everythingKept(stores.collections)).toEqual(before)
        refusals.set(where, toldBy(answer))
      }
    }
    // Nobody of one firm can tell another firm from none.
    if (caller.ofFirm) expect(refusals.get('other')).toEqual(refusals.get('none'))
  })
})

/** What some callers send that is no credential. */
async function brokenCredentials(): Promise<Readonly<Record<string, Readonly<Record<string, string>>>>> {
  const { keys, portal } = stores
  const wish = { role: 'owner', firmId: firms.own, expiresAt: null } as const
  const good = await keys.create(wish)
  const revoked = await keys.create(wish)
  await keys.revoke(revoked.id)
  const expired = await keys.create({ ...wish, expiresAt: '2020-01-01T00:00:00.000Z' })
  const newLink = () => portal.createLink({ firmId: firms.own, memberId: 'mem_owner', language: null })
  const link = await newLink()
  const session = await portal.signIn((await newLink()).token)
  const [Origin, token] = [server.url, String(session?.token)]
  return {
    none: {},
    'an empty header': { Authorization: '' },
    'a scheme without a key': { Authorization: 'Bearer' },
    'no key': { Authorization: 'Bearer x' },
    'a mistyped key': { Authorization: `Bearer ${good.key.slice(0, -1)}${good.key.endsWith('0') ? 1 : 0}` },
    'a key of another scheme': { Authorization: `Basic ${Buffer.from(`${good.key}:`).toString('base64')}` },
    'a bare key': { Authorization: good.key },
    'two keys': { Authorization: `Bearer ${good.key}, Bearer ${good.key}` },
    'a revoked key': { Authorization: `Bearer ${revoked.key}` },
    'an expired key': { Authorization: `Bearer ${expired.key}` },
    'a broken key beside a session': { Authorization: 'Bearer x', Cookie: `syncdoctor=${token}`, Origin },
    'a session as a key': { Authorization: `Bearer ${token}` },
    'a link as a key': { Authorization: `Bearer ${link.token}` },
    'no session': { Cookie: 'syncdoctor=x', Origin },
    'an empty cookie': { Cookie: 'syncdoctor=', Origin },
    'a link as a session': { Cookie: `syncdoctor=${link.token}`, Origin },
    'a key as a session': { Cookie: `syncdoctor=${good.key}`, Origin },
    'the id of a session': {
      Cookie: `syncdoctor=${(await stores.collections.sessions.page({ index: 'all', limit: 1 }))[0]?.doc.id}`,
      Origin,
    },
    'a session under another name': { Cookie: `session=${token}; Syncdoctor=${token}`, Origin },
    'a session under the name for https': { Cookie: `__Host-syncdoctor=${token}`, Origin },
  }
}

describe('whoever cannot say who they are', () => {
  it.each(closed.map((call) => ({ id: call.id, call })))(
    'cannot call $id, whatever they send',
    async ({ call }) => {
      await freshFirms()
      const credentials = Object.entries(await brokenCredentials())
      const before = await everythingKept(stores.collections)
      for (const [name, headers] of credentials) {
        for (const where of wheres) {
          // What is wrong with the body is none of their business either.
          for (const body of call.bodies[0] === undefined ? [undefined] : [call.bodies[0], '{']) {
            const answer = await api.ask(call.method, call.addressOf(firms[where]), { body, headers })
            expect([name, where, answer.status]).toEqual([name, where, 401])
            expect(answer.headers['www-authenticate']).toBe('Bearer')
            expect(answer.as('Problem').code).toBe('unauthenticated')
          }
        }
      }
      expect(await everythingKept(stores.collections)).toEqual(before)
    },
  )

  it.each(calls.filter(isPublic).map((call) => ({ id: call.id, call })))(
    'can call $id, and is not asked',
    async ({ call }) => {
      const credentials: readonly Readonly<Record<string, string>>[] = [
        {},
        { Authorization: 'Bearer x' },
        { Cookie: 'syncdoctor=x' },
      ]
      for (const headers of credentials) {
        const answer = await api.ask(call.method, call.addressOf(''), { body: call.bodies[0], headers })
        expect(answer.status).toBe(200)
      }
    },
  )
})

describe('an action', () => {
  const owner: Caller = { name: 'the owner', by: 'session', role: 'owner', ofFirm: true }
  const integrator: Caller = { name: 'the host', by: 'key', role: 'integrator', ofFirm: false }

  it.each([
    { caller: owner, actor: null, status: 201 },
    { caller: owner, actor: 'mem_owner', status: 201 },
    { caller: owner, actor: 'mem_admin', status: 403 },
    { caller: integrator, actor: 'mem_admin', status: 201 },
    { caller: integrator, actor: 'mem_staff', status: 403 },
    { caller: integrator, actor: 'mem_none', status: 400 },
  ])('by $caller.name in the name of $actor is answered $status', async ({ caller, actor, status }) => {
    isFresh = false
    await freshFirms()
    const headers = await headersOfCaller(stores, caller, { firmId: firms.own, origin: server.url })
    const address = calls.find(({ id }) => id === 'createAction')?.addressOf(firms.own) ?? ''
    expect((await api.post(address, { kind: 'skip', actor }, headers)).status).toBe(status)
  })
})
