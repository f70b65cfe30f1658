import { describe, expect, it } from '@jest/globals'
import { startService } from '../support/api-client.ts'
import { appAt } from '../support/app-at-intuit.ts'
import { connect } from '../support/connect.ts'
import { itIsOnlyFor } from '../support/refusals.ts'
import { startSandbox } from '../support/sandbox.ts'
import { addFirm, sessionOf } from '../support/tenant.ts'

const ADDRESS = '/v1/firms/acme/quickbooks-connection'

const sandbox = await startSandbox()
const service = await startService(appAt(sandbox))
const { api, stores } = service
const { realmId } = sandbox.address
const host = await addFirm(api, stores)
await addFirm(api, stores, 'beta')
const owner = await sessionOf(service)

const remove = (headers: Record<string, string> = host) => api.ask('delete', ADDRESS, { headers })
const read = async () => (await api.get(ADDRESS, host)).as('QuickbooksConnection')
const kept = async () => (await stores.collections.connections.get('acme'))?.doc

describe('disconnecting a firm', () => {
  it('that was never connected changes nothing', async () => {
    expect((await remove()).status).toBe(204)
    expect((await read()).status).toBe('not-connected')
  })

  it('forgets its tokens, takes them back at Intuit, and says who did it', async () => {
    await connect(service, { realmId, headers: owner })
    expect(await kept()).toMatchObject({ accessToken: expect.any(String), refreshToken: expect.any(String) })
    expect((await remove(owner)).status).toBe(204)
    expect(await kept()).toMatchObject({ accessToken: null, refreshToken: null })
    expect(await read()).toMatchObject({
      status: 'disconnected',
      endedBy: { type: 'member', id: 'mem_1', via: null },
      daysLeft: null,
    })
  })

  it('again changes nothing', async () => {
    const before = await read()
    expect((await remove()).status).toBe(204)
    expect(await read()).toEqual(before)
  })

  it('sets its company free for another firm', async () => {
    const other = await sessionOf(service, 'mem_1', 'beta')
    expect(await connect(service, { firmId: 'beta', realmId, headers: other })).toBe('connected')
    expect(await connect(service, { realmId, headers: owner })).toBe('realm-taken')
  })

  it('is refused where no app at Intuit is set up', async () => {
    const without = await startService()
    const headers = await addFirm(without.api, without.stores)
    const answer = await without.api.ask('delete', ADDRESS, { headers })
    expect(answer.as('Problem').code).toBe('quickbooks-not-set-up')
  })
})

describe('who may disconnect a firm', () => {
  itIsOnlyFor(service, { method: 'delete', address: ADDRESS }, ['owner', 'integrator'])
})
