import { describe, expect, it } from '@jest/globals'
import { createClaimDue } from '../../src/actions/claim-due.ts'
import { type Schemas, startService } from '../support/api-client.ts'
import { itIsOnlyFor } from '../support/refusals.ts'
import { addFirm, anIssue, NOW, sessionOf } from '../support/tenant.ts'

const FIRM = '/v1/firms/acme'

const service = await startService({}, { now: () => NOW })
const { api, stores } = service
const host = await addFirm(api, stores)

const issueAt = ({ id }: Pick<Schemas['Issue'], 'id'>) => `${FIRM}/issues/${id}`

/** A resync that was asked for. */
async function resync(id: string) {
  const issue = await anIssue(api, host, id)
  const headers = { ...host, 'Idempotency-Key': id }
  const answer = await api.post(`${issueAt(issue)}/actions`, { kind: 'resync' }, headers)
  return { issue, address: `${issueAt(issue)}/actions/${answer.as('Action').id}` }
}

const cancel = (address: string, headers = host) => api.post(`${address}/cancel`, undefined, headers)

describe('an action that has not begun', () => {
  it('is taken back, which stands in the history as done by who did it', async () => {
    const { issue, address } = await resync('a')
    const answer = await cancel(address, await sessionOf(service))
    expect(answer.status).toBe(200)
    const action = answer.as('Action')
    expect(action).toMatchObject({ state: 'cancelled', reason: 'cancelled', waitingFor: null, tries: [] })
    expect((await api.get(address, host)).as('Action')).toEqual(action)
    const [entry] = (await api.get(`${issueAt(issue)}/history`, host)).as('HistoryPage').data
    expect(entry).toMatchObject({
      event: 'resync',
      from: 'open',
      to: 'open',
      reason: 'cancelled',
      actor: { type: 'member', id: 'mem_1' },
      actionId: action.id,
    })
  })

  it('leaves the issue as it was, so that the next one can be asked for', async () => {
    const { issue, address } = await resync('b')
    await cancel(address)
    const headers = { ...host, 'Idempotency-Key': 'b2' }
    expect((await api.get(issueAt(issue), host)).as('Issue').status).toBe('open')
    expect((await api.post(`${issueAt(issue)}/actions`, { kind: 'resync' }, headers)).status).toBe(202)
  })
})

describe('an action cannot be taken back', () => {
  it('twice, or once it is over', async () => {
    const { address } = await resync('c')
    await cancel(address)
    const answer = await cancel(address)
    expect(answer.status).toBe(409)
    expect(answer.as('Problem')).toMatchObject({ code: 'action-not-available', reason: 'over' })
  })

  it('while somebody works at it', async () => {
    const { address } = await resync('d')
    const { store, collections } = stores
    const claimDue = createClaimDue({
      issues: collections.issues,
      store,
      newId: () => 'lease',
      now: () => NOW,
      leaseMilliseconds: 30_000,
    })
    while ((await claimDue(10)).length > 0);
    const answer = await cancel(address)
    expect(answer.status).toBe(409)
    expect(answer.as('Problem').reason).toBe('at-work')
    expect((await api.get(address, host)).as('Action').state).toBe('running')
  })

  it('if there is none', async () => {
    const { issue } = await resync('e')
    expect((await cancel(`${issueAt(issue)}/actions/act_none`)).status).toBe(404)
  })
})

describe('who may take an action back', () => {
  itIsOnlyFor(
    service,
    { method: 'post', address: `${FIRM}/issues/iss_${'0'.repeat(24)}/actions/act_1/cancel` },
    ['owner', 'admin', 'integrator'],
  )
})
