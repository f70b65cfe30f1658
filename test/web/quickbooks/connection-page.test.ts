import { describe, expect, it } from '@jest/globals'
import { languages } from '../../../src/domain/language.ts'
import type { MemberRole } from '../../../src/domain/role.ts'
import { type MessageKey, translate } from '../../../src/messages/translate.ts'
import type { Connection } from '../../../src/quickbooks/connection/connection.ts'
import { startService } from '../../support/api-client.ts'
import { appAt } from '../../support/app-at-intuit.ts'
import { addInboxFirm, people } from '../../support/inbox-firm.ts'
import { keptConnection } from '../../support/kept-connection.ts'
import { startSandbox } from '../../support/sandbox.ts'
import { sessionOf } from '../../support/tenant.ts'

const sandbox = await startSandbox()
const service = await startService(appAt(sandbox))
const { pages, stores, publicUrl } = service
const { connections } = stores.collections
let firms = 0

/** A firm of its own, connected so or not at all, and how its people open pages. */
async function aFirm(connection?: Partial<Connection>, { stores, ...used } = service) {
  firms += 1
  const firmId = `firm${firms}`
  await addInboxFirm(stores, firmId, [])
  if (connection !== undefined) await connections.insert(keptConnection(firmId, connection))
  const address = `/firms/${firmId}/quickbooks`
  const as = (role: MemberRole) => sessionOf({ stores, publicUrl: used.publicUrl }, role, firmId)
  return {
    firmId,
    address,
    as,
    open: async (role: MemberRole, lang = 'en') =>
      (
        await used.pages
          .get(address)
          .query({ lang })
          .set(await as(role))
      ).text,
    post: async (role: MemberRole, action: string, headers: Record<string, string> = {}) =>
      used.pages.post(`${address}/${action}`).set({ ...(await as(role)), ...headers }),
  }
}

describe('the page of the connection', () => {
  it.each(languages)('tells in "%s" how it stands, and who made it', async (language) => {
    const say = translate(language)
    const { open } = await aFirm({ hardExpiresAt: null })
    const page = await open('staff', language)
    expect(page).toContain(say('connection.status.connected'))
    expect(page).toContain('Craig’s Landscaping')
    expect(page).toContain(people.owner)
    expect(page).toContain(say('connection.days', { count: 100 }))
    expect(page).not.toContain(say('connection.hardDaysLeft'))
    expect(page).toContain('<dd dir="auto">12</dd>')
  })

  const states: readonly {
    readonly what: string
    readonly connection: Partial<Connection> | undefined
    readonly keys: readonly MessageKey[]
    readonly ends: boolean
  }[] = [
    {
      what: 'never connected',
      connection: undefined,
      keys: ['connection.never', 'connection.connect'],
      ends: false,
    },
    {
      what: 'connected',
      connection: {},
      keys: ['connection.reconnect', 'connection.disconnect'],
      ends: true,
    },
    {
      what: 'taken no more',
      connection: { status: 'reconnect-needed' },
      keys: ['connection.status.reconnect-needed', 'connection.cut.detail', 'connection.reconnect'],
      ends: true,
    },
    {
      what: 'disconnected',
      connection: { status: 'disconnected', accessToken: null, refreshToken: null },
      keys: ['connection.status.disconnected', 'connection.connect'],
      ends: false,
    },
  ]

  it.each(states)('that is $what offers its owner what there is to do', async (state) => {
    const { open } = await aFirm(state.connection)
    const page = await open('owner')
    for (const key of state.keys) expect(page).toContain(translate('en')(key))
    expect(page.includes('/quickbooks/disconnect')).toBe(state.ends)
  })

  it.each(['admin', 'staff'] as const)('offers nothing to %s, and says whom to ask', async (role) => {
    const { open } = await aFirm({ status: 'reconnect-needed' })
    const page = await open(role)
    expect(page).toContain(translate('en')('connection.notYours'))
    expect(page).not.toContain('/quickbooks/authorizations')
    expect(page).not.toContain('/quickbooks/disconnect')
  })

  it('warns of what is to come', async () => {
    const say = translate('en')
    const inDays = (days: number) => new Date(Date.now() + days * 86_400_000 + 60_000).toISOString()
    const soon = await (await aFirm({ refreshExpiresAt: inDays(5), hardExpiresAt: inDays(1) })).open('owner')
    expect(soon).toContain(say('connection.advice.unused', { count: 5 }))
    expect(soon).toContain(say('connection.advice.fiveYears', { count: 1 }))
    const used = await (await aFirm({ readsBlockedUntil: inDays(3), formerRealmId: '1' })).open('staff')
    expect(used).toContain('The reads that Intuit allows in a month are used up.')
    expect(used).toContain('this firm is connected to another QuickBooks company than before')
    expect(await (await aFirm({})).open('owner')).not.toContain(say('connection.advice'))
  })

  it('says so where no app at Intuit is set up', async () => {
    const without = await startService()
    const { open } = await aFirm(undefined, without)
    const page = await open('owner')
    expect(page).toContain(translate('en')('connection.notSetUp'))
    expect(page).not.toContain('<button class="primary"')
  })

  it('lets forms lead to Intuit, and no other page does', async () => {
    const { address, firmId, as } = await aFirm({})
    const policyOf = async (path: string) =>
      (await pages.get(path).set(await as('owner'))).headers['content-security-policy']
    expect(await policyOf(address)).toContain(`form-action 'self' ${sandbox.url}`)
    expect(await policyOf(`/firms/${firmId}/issues`)).toMatch(/form-action 'self'(?:;|$)/u)
  })

  it('is of its own firm only, and of nobody who is not signed in', async () => {
    const [one, other] = [await aFirm({}), await aFirm({})]
    const as = await one.as('owner')
    expect((await pages.get(other.address).set(as)).status).toBe(404)
    expect((await pages.post(`${other.address}/disconnect`).set(as)).status).toBe(404)
    expect((await pages.get(one.address)).status).toBe(401)
  })
})

describe('the buttons of that page', () => {
  it('lead an owner to Intuit', async () => {
    const { post } = await aFirm()
    const answer = await post('owner', 'authorizations')
    expect(answer.status).toBe(303)
    expect(answer.headers.location).toMatch(new RegExp(`^${sandbox.url}/connect/oauth2\\?`, 'u'))
  })

  it('disconnect the firm, and say so', async () => {
    const { post, address, firmId, as } = await aFirm({})
    const answer = await post('owner', 'disconnect')
    expect([answer.status, answer.headers.location]).toEqual([303, `${address}?done=disconnect&lang=en`])
    const page = await pages.get(String(answer.headers.location)).set(await as('owner'))
    expect(page.text).toContain(`<title>${translate('en')('connection.done.disconnect')}`)
    expect((await connections.get(firmId))?.doc).toMatchObject({ status: 'disconnected', refreshToken: null })
  })

  it.each(['authorizations', 'disconnect'])('do nothing for others: %s', async (action) => {
    const { post, firmId } = await aFirm({})
    for (const role of ['admin', 'staff'] as const) expect((await post(role, action)).status).toBe(403)
    const foreign = await post('owner', action, { Origin: 'http://evil.example' })
    expect([foreign.status, foreign.text]).toEqual([403, expect.stringContaining('foreign-origin')])
    expect((await connections.get(firmId))?.doc.status).toBe('connected')
  })
})

describe('the inbox', () => {
  it('says when QuickBooks must be connected again, and leads there', async () => {
    const cut = translate('en')('connection.cut.title')
    for (const [status, isTold] of [
      ['connected', false],
      ['disconnected', false],
      ['reconnect-needed', true],
    ] as const) {
      const { firmId, as, address } = await aFirm({ status })
      const { text } = await pages.get(`/firms/${firmId}/issues`).set(await as('staff'))
      expect([status, text.includes(cut)]).toEqual([status, isTold])
      expect(text).toContain(`href="${address}?lang=en"`)
    }
  })
})

describe('the addresses that Intuit knows', () => {
  it.each([
    ['/quickbooks/reconnect', 'quickbooks'],
    ['/quickbooks/disconnected', 'quickbooks'],
    ['/quickbooks/launch', 'issues'],
  ])('%s leads whoever is signed in to the page of their firm, and others nowhere', async (address, page) => {
    const { as, firmId } = await aFirm({})
    const answer = await pages
      .get(address)
      .query({ realmId: '1' })
      .set(await as('staff'))
    expect([answer.status, answer.headers.location]).toEqual([303, `/firms/${firmId}/${page}?lang=en`])
    const nobody = await pages.get(address).set('Accept', 'text/html')
    expect([nobody.status, nobody.text]).toEqual([401, expect.stringContaining('You are not signed in')])
    expect(publicUrl).not.toBe('')
  })
})
