import { describe, expect, it } from '@jest/globals'
import { startService } from '../support/api-client.ts'
import { itIsOnlyFor } from '../support/refusals.ts'
import { addFirm, anIssue, NOW, sessionOf } from '../support/tenant.ts'
import { workAt } from '../support/work-at.ts'

const BULK = '/v1/firms/acme/bulk-actions'

const service = await startService({}, { now: () => NOW })
const { api, stores } = service
const host = await addFirm(api, stores)

let keys = 0
async function ask(body: unknown) {
  const headers = { ...host, 'Idempotency-Key': `bulk-${(keys += 1)}` }
  return (await api.post(BULK, body, headers)).as('BulkAction')
}
const cancel = (id: string | null, headers = host) => api.post(`${BULK}/${id}/cancel`, undefined, headers)

describe('a bulk action that has not begun', () => {
  it('is taken back whole, and nothing of it ever begins', async () => {
    const issue = await anIssue(api, host, 'a')
    const { id } = await ask({ kind: 'resync', issueIds: [issue.id] })
    const answer = await cancel(id, await sessionOf(service))
    expect(answer.status).toBe(200)
    expect(answer.as('BulkAction')).toMatchObject({
      state: 'cancelled',
      counts: { queued: 0, cancelled: 1 },
      results: [{ state: 'cancelled', reason: 'cancelled', actionId: null }],
    })
    await workAt(stores, () => NOW)
    const after = (await api.get(`/v1/firms/acme/issues/${issue.id}`, host)).as('Issue')
    expect(after).toMatchObject({ status: 'open', currentAction: null, version: issue.version })
  })

  it('may be taken back twice', async () => {
    const { id } = await ask({ kind: 'skip', issueIds: [(await anIssue(api, host, 'b')).id] })
    const first = (await cancel(id)).as('BulkAction')
    expect((await cancel(id)).as('BulkAction')).toEqual(first)
  })
})

describe('a bulk action that is at work', () => {
  it('leaves what waits cancelled, as taken back by who did it', async () => {
    const issue = await anIssue(api, host, 'c', {
      operation: 'create',
      payload: { CustomerRef: { value: '1' } },
    })
    const { id } = await ask({ kind: 'resync', issueIds: [issue.id] })
    // Nothing is connected here, so that it waits.
    await workAt(stores, () => NOW)
    await cancel(id, await sessionOf(service))
    await workAt(stores, () => NOW)
    const bulk = (await api.get(`${BULK}/${id}`, host)).as('BulkAction')
    expect(bulk).toMatchObject({ state: 'cancelled', counts: { waiting: 0, cancelled: 1 } })
    const history = await api.get(`/v1/firms/acme/issues/${issue.id}/history`, host)
    expect(history.as('HistoryPage').data[0]).toMatchObject({
      event: 'resync',
      reason: 'cancelled',
      actor: { type: 'member', id: 'mem_1' },
    })
  })
})

describe('a bulk action cannot be taken back', () => {
  it('once it is over', async () => {
    const { id } = await ask({ kind: 'skip', issueIds: [(await anIssue(api, host, 'd')).id] })
    await workAt(stores, () => NOW)
    const answer = await cancel(id)
    expect(answer.status).toBe(409)
    expect(answer.as('Problem')).toMatchObject({ code: 'action-not-available', reason: 'over' })
  })

  it('if there is none', async () => {
    expect((await cancel('blk_none')).status).toBe(404)
  })
})

describe('who may take a bulk action back', () => {
  itIsOnlyFor(service, { method: 'post', address: `${BULK}/blk_1/cancel` }, ['owner', 'admin', 'integrator'])
})
