import { describe, expect, it } from '@jest/globals'
import { roles } from '../../src/domain/role.ts'
import { startService } from '../support/api-client.ts'
import { itIsOnlyFor } from '../support/refusals.ts'
import { addFirm, anIssue, headersOf, NOW } from '../support/tenant.ts'
import { workAt } from '../support/work-at.ts'

const BULK = '/v1/firms/acme/bulk-actions'

const service = await startService({}, { now: () => NOW })
const { api, stores } = service
const host = await addFirm(api, stores)
await addFirm(api, stores, 'beta')

let keys = 0
async function ask(body: unknown) {
  const headers = { ...host, 'Idempotency-Key': `bulk-${(keys += 1)}` }
  return (await api.post(BULK, body, headers)).as('BulkAction')
}
const read = async (id: string | null) => (await api.get(`${BULK}/${id}`, host)).as('BulkAction')

describe('a bulk action', () => {
  it('is told to everybody of the firm', async () => {
    const bulk = await ask({ kind: 'resync', issueIds: [(await anIssue(api, host, 'a')).id] })
    for (const role of roles) {
      const headers = await headersOf(stores, role, role === 'support' ? null : 'acme')
      expect((await api.get(`${BULK}/${bulk.id}`, headers)).as('BulkAction')).toEqual(bulk)
    }
  })

  it('tells what became of each issue, with the action that did it', async () => {
    const issues = [await anIssue(api, host, 'b'), await anIssue(api, host, 'c')]
    const { id } = await ask({ kind: 'skip', issueIds: issues.map((one) => one.id), note: 'Old year' })
    await workAt(stores, () => NOW)
    const bulk = await read(id)
    expect(bulk).toMatchObject({ state: 'finished', counts: { queued: 0, succeeded: 2 } })
    for (const { issueId, actionId, state } of bulk.results) {
      const address = `/v1/firms/acme/issues/${issueId}`
      expect((await api.get(address, host)).as('Issue').status).toBe('skipped')
      const action = (await api.get(`${address}/actions/${actionId}`, host)).as('Action')
      expect(action).toMatchObject({ kind: 'skip', state, note: 'Old year', actor: bulk.actor })
    }
  })

  it('tells why an issue has no action of its own', async () => {
    const issue = await anIssue(api, host, 'd')
    const { id } = await ask({ kind: 'skip', issueIds: [issue.id] })
    await api.post(`/v1/firms/acme/issues/${issue.id}/actions`, { kind: 'skip' }, host)
    await workAt(stores, () => NOW)
    expect((await read(id)).results).toMatchObject([
      { issueId: issue.id, state: 'refused', actionId: null, reason: 'not-open' },
    ])
  })

  it('tells the action of somebody who asked for the same before', async () => {
    const issue = await anIssue(api, host, 'e', {
      operation: 'create',
      payload: { CustomerRef: { value: '1' } },
    })
    const headers = { ...host, 'Idempotency-Key': 'e' }
    const address = `/v1/firms/acme/issues/${issue.id}/actions`
    const action = (await api.post(address, { kind: 'resync' }, headers)).as('Action')
    const { id } = await ask({ kind: 'resync', issueIds: [issue.id] })
    await workAt(stores, () => NOW)
    const [result] = (await read(id)).results
    expect(result).toMatchObject({ actionId: action.id, state: 'waiting', waitingFor: 'connection' })
  })

  it('is told also after its issues were cleared away', async () => {
    const issue = await anIssue(api, host, 'f')
    const { id } = await ask({ kind: 'skip', issueIds: [issue.id] })
    const found = await stores.collections.issues.get(issue.id)
    await stores.collections.issues.remove(issue.id, found?.version ?? 0)
    await workAt(stores, () => NOW)
    expect((await read(id)).results).toMatchObject([
      { issueId: issue.id, record: null, state: 'refused', reason: 'not-found' },
    ])
  })

  it('is not there under another firm, or a name that is none', async () => {
    const { id } = await ask({ kind: 'skip', filter: { search: 'nobody' } })
    expect((await api.get(`/v1/firms/beta/bulk-actions/${id}`, host)).status).toBe(404)
    expect((await api.get(`${BULK}/blk_none`, host)).status).toBe(404)
    expect((await api.get(`${BULK}/nothing`, host)).status).toBe(400)
  })
})

describe('who may read a bulk action', () => {
  itIsOnlyFor(service, { method: 'get', address: `${BULK}/blk_1` }, roles)
})
