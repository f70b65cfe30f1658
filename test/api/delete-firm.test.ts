import { describe, expect, it } from '@jest/globals'
import { startService } from '../support/api-client.ts'
import { appAt } from '../support/app-at-intuit.ts'
import { connect } from '../support/connect.ts'
import { itIsOnlyFor } from '../support/refusals.ts'
import { startSandbox } from '../support/sandbox.ts'
import { somethingUnderWay } from '../support/under-way.ts'
import { addFirm, anIssue, failureOf, headersOf, NOW, recordOf, sessionOf } from '../support/tenant.ts'

const ADDRESS = '/v1/firms/acme'

const sandbox = await startSandbox({ now: () => NOW })
const service = await startService(appAt(sandbox), { now: () => NOW })
const { api, stores } = service
const host = await headersOf(stores, 'integrator')
const remove = (firmId = 'acme', headers = host) => api.ask('delete', `/v1/firms/${firmId}`, { headers })

/** How many documents of a firm are kept, collection by collection. */
async function kept(firmId: string): Promise<Record<string, number>> {
  const {
    issues,
    movedReports,
    movedHistory,
    syncedRecords,
    members,
    portalLinks,
    sessions,
    keptAnswers,
    keys,
    connections,
    realms,
    authorizations,
    changedEntities,
    pastActions,
    bulkActions,
  } = stores.collections
  const asked = { equals: { firmId }, limit: 1_000 }
  return {
    issues: (await issues.page({ index: 'statusLastSeen', ...asked })).length,
    movedReports: (await movedReports.page({ index: 'firm', ...asked })).length,
    movedHistory: (await movedHistory.page({ index: 'firm', ...asked })).length,
    syncedRecords: (await syncedRecords.page({ index: 'firm', ...asked })).length,
    members: (await members.page({ index: 'firm', ...asked })).length,
    portalLinks: (await portalLinks.page({ index: 'firm', ...asked })).length,
    sessions: (await sessions.page({ index: 'firm', ...asked })).length,
    keptAnswers: (await keptAnswers.page({ index: 'firm', ...asked })).length,
    keys: (await keys.page({ index: 'firm', ...asked })).length,
    connections: (await connections.page({ index: 'firm', ...asked })).length,
    realms: (await realms.page({ index: 'firm', ...asked })).length,
    authorizations: (await authorizations.page({ index: 'firm', ...asked })).length,
    changedEntities: (await changedEntities.page({ index: 'firm', ...asked })).length,
    pastActions: (await pastActions.page({ index: 'firm', ...asked })).length,
    bulkActions: (await bulkActions.page({ index: 'firm', ...asked })).length,
  }
}

/** A firm with something of everything that is kept of firms. */
async function aFullFirm(firmId: string) {
  await addFirm(api, stores, firmId)
  const at = `/v1/firms/${firmId}`
  for (let i = 0; i < 51; i += 1) {
    const failure = failureOf({
      occurrenceId: `try_${i}`,
      occurredAt: new Date(NOW.getTime() + i).toISOString(),
      // Every other text, so that each failure is worth a line of history.
      error: i % 2 === 0 ? 'Please specify the income account' : failureOf().error,
    })
    await api.post(`${at}/failures`, failure, host)
  }
  await api.post(`${at}/failures`, failureOf({ record: recordOf({ id: 'x' }) }), {
    ...host,
    'Idempotency-Key': 'once',
  })
  const record = { type: 'invoice', id: 'inv_ok' }
  await api.post(`${at}/successes`, { record, occurredAt: NOW.toISOString() }, host)
  await api.post(`${at}/portal-links`, { member: 'mem_1' }, host)
  const session = await sessionOf(service, 'mem_1', firmId)
  const { realmId } = sandbox.company.addCompany()
  await connect(service, { firmId, realmId, headers: session })
  await api.post(`${at}/quickbooks-connection/authorizations`, {}, host)
  const changed = { realmId, entity: 'invoice', entityId: '1', operation: 'updated' }
  await somethingUnderWay(stores, firmId)
  const { data } = (await api.get(`${at}/issues?search=inv_88`, host)).as('IssueList')
  await api.post(`${at}/issues/${data[0]?.id}/actions`, { kind: 'skip' }, host)
  await stores.markChanged([{ ...changed, changedAt: NOW.toISOString() }])
  return { session, key: await headersOf(stores, 'integrator', firmId) }
}

describe('a firm that is deleted', () => {
  it('is gone, and cannot be deleted twice', async () => {
    await addFirm(api, stores)
    const answer = await remove()
    expect(answer.status).toBe(204)
    expect(answer.text).toBe('')
    expect((await api.get(ADDRESS, host)).status).toBe(404)
    expect((await remove()).status).toBe(404)
  })

  it('takes everything with it, and nothing of another', async () => {
    const [own] = [await aFullFirm('acme'), await aFullFirm('beta')]
    const all = await kept('beta')
    expect(await kept('acme')).toEqual(all)
    for (const count of Object.values(all)) expect(count).toBeGreaterThan(0)
    await remove()
    expect(new Set(Object.values(await kept('acme')))).toEqual(new Set([0]))
    expect(await kept('beta')).toEqual(all)
    expect((await api.get('/v1/firms', own.key)).status).toBe(401)
    expect((await api.get('/v1/firms', own.session)).status).toBe(401)
    expect((await api.get('/v1/firms', host)).status).toBe(200)
  })

  it('is new if its id is used again: without issues, members and sessions', async () => {
    await addFirm(api, stores)
    await anIssue(api, host, 'old')
    const session = await sessionOf(service)
    await remove()
    const again = await api.ask('put', ADDRESS, { body: { name: 'Acme' }, headers: host })
    expect(again.status).toBe(201)
    expect((await api.get(`${ADDRESS}/issues`, host)).as('IssueList').data).toEqual([])
    expect((await api.get(`${ADDRESS}/members`, host)).as('MemberList').data).toEqual([])
    expect((await api.get(ADDRESS, session)).status).toBe(401)
    const repeated = await api.post(
      `${ADDRESS}/failures`,
      failureOf({ record: recordOf({ id: 'old' }) }),
      host,
    )
    expect(repeated.as('FailureReport').report).toBe('created')
  })

  it('is no longer found from the first moment on, and its deletion is finished after a stop', async () => {
    await addFirm(api, stores, 'cut')
    const { firms } = stores.collections
    const known = await firms.get('cut')
    if (known === undefined) throw new Error('The firm must be there.')
    await firms.replace({ ...known.doc, state: 'deleting' }, known.version)
    expect((await api.get('/v1/firms/cut', host)).status).toBe(404)
    await stores.firms.finishDeletions()
    expect(await firms.get('cut')).toBeUndefined()
    expect((await kept('cut')).members).toBe(0)
  })

  it('may be deleted by its own key, which then opens nothing', async () => {
    await addFirm(api, stores, 'own')
    const key = await headersOf(stores, 'integrator', 'own')
    expect((await remove('own', key)).status).toBe(204)
    expect((await remove('own', key)).status).toBe(401)
  })
})

describe('who may delete a firm', () => {
  itIsOnlyFor(service, { method: 'delete', address: ADDRESS }, ['integrator'])
})
