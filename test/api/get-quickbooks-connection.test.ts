import { describe, expect, it } from '@jest/globals'
import { roles } from '../../src/domain/role.ts'
import { startService } from '../support/api-client.ts'
import { appAt } from '../support/app-at-intuit.ts'
import { connect } from '../support/connect.ts'
import { itIsOnlyFor } from '../support/refusals.ts'
import { startSandbox } from '../support/sandbox.ts'
import { addFirm, headersOf, sessionOf } from '../support/tenant.ts'

const ADDRESS = '/v1/firms/acme/quickbooks-connection'

const sandbox = await startSandbox()
const service = await startService(appAt(sandbox))
const { api, stores } = service
const { realmId } = sandbox.address
const host = await addFirm(api, stores)
await addFirm(api, stores, 'beta')

const read = async (address = ADDRESS) => (await api.get(address, host)).as('QuickbooksConnection')

describe('the connection of a firm', () => {
  it('that was never connected is one with nothing in it', async () => {
    const { firmId, status, readsThisMonth, ...rest } = await read()
    expect([firmId, status, readsThisMonth]).toEqual(['acme', 'not-connected', 0])
    expect(new Set(Object.values(rest))).toEqual(new Set([null]))
  })

  it('that was connected says to which company, by whom, and for how long', async () => {
    const owner = await sessionOf(service)
    expect(await connect(service, { realmId, headers: owner })).toBe('connected')
    expect(await read()).toMatchObject({
      firmId: 'acme',
      status: 'connected',
      realmId,
      companyName: sandbox.company.books(realmId)?.settings.companyName,
      connectedBy: { type: 'member', id: 'mem_1', via: null },
      endedAt: null,
      endedBy: null,
      formerRealmId: null,
      readsBlockedUntil: null,
    })
    const { daysLeft, hardDaysLeft } = await read()
    // 101 days less the moments since; five years less the same.
    expect([daysLeft, hardDaysLeft]).toEqual([100, 1824])
    expect((await read('/v1/firms/beta/quickbooks-connection')).status).toBe('not-connected')
  })

  it('never holds a token, in whatever form', async () => {
    const kept = (await stores.collections.connections.get('acme'))?.doc
    const { text } = await api.get(ADDRESS, host)
    for (const secret of [kept?.accessToken, kept?.refreshToken]) {
      expect(secret).toMatch(/^eyJ/u)
      expect(text).not.toContain(secret)
    }
    expect(text).not.toMatch(/token/iu)
  })

  it('that Intuit takes no more says so', async () => {
    const found = await stores.collections.connections.get('acme')
    if (found === undefined) throw new Error('acme is not connected.')
    const ended = {
      at: '2026-03-05T12:00:00.000Z',
      by: { type: 'system', id: 'syncdoctor', via: null },
    } as const
    const doc = { ...found.doc, status: 'reconnect-needed', ended } as const
    await stores.collections.connections.replace(doc, found.version)
    expect(await read()).toMatchObject({
      status: 'reconnect-needed',
      endedAt: ended.at,
      endedBy: ended.by,
      expiresAt: null,
      daysLeft: null,
      hardDaysLeft: null,
    })
  })

  it('can be asked for where no app at Intuit is set up, too', async () => {
    const without = await startService()
    const headers = await addFirm(without.api, without.stores)
    expect((await without.api.get(ADDRESS, headers)).as('QuickbooksConnection').status).toBe('not-connected')
  })
})

describe('who may read the connection', () => {
  itIsOnlyFor(service, { method: 'get', address: ADDRESS }, roles)

  it.each(roles)('is a key of %s', async (role) => {
    expect((await api.get(ADDRESS, await headersOf(stores, role, 'acme'))).status).toBe(200)
  })
})
