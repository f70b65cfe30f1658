import { describe, expect, it } from '@jest/globals'
import { roles } from '../../src/domain/role.ts'
import { type Schemas, startService } from '../support/api-client.ts'
import { itIsOnlyFor } from '../support/refusals.ts'
import { addFirm, anIssue, headersOf, NOW } from '../support/tenant.ts'

const FIRM = '/v1/firms/acme'

const service = await startService({}, { now: () => NOW })
const { api, stores } = service
const host = await addFirm(api, stores)
await addFirm(api, stores, 'beta')

const actionsOf = ({ id }: Pick<Schemas['Issue'], 'id'>) => `${FIRM}/issues/${id}/actions`

describe('an action', () => {
  it('is told to everybody of the firm as it was to who asked for it', async () => {
    const issue = await anIssue(api, host, 'a')
    const action = (await api.post(actionsOf(issue), { kind: 'skip' }, host)).as('Action')
    for (const role of roles) {
      const read = await api.get(
        `${actionsOf(issue)}/${action.id}`,
        await headersOf(stores, role, role === 'support' ? null : 'acme'),
      )
      expect(read.as('Action')).toEqual(action)
    }
  })

  it('is told also when it is long over, and others came after it', async () => {
    const issue = await anIssue(api, host, 'b')
    const first = (await api.post(actionsOf(issue), { kind: 'skip', note: 'first' }, host)).as('Action')
    for (const kind of ['reopen', 'skip', 'reopen', 'skip']) {
      await api.post(actionsOf(issue), { kind }, host)
    }
    expect((await api.get(`${actionsOf(issue)}/${first.id}`, host)).as('Action')).toEqual(first)
  })

  it('shows nothing of how the work is shared out, and nothing of what was sent', async () => {
    const issue = await anIssue(api, host, 'c')
    const changes = { PrivateNote: 'between us' }
    const headers = { ...host, 'Idempotency-Key': 'c' }
    const action = (await api.post(actionsOf(issue), { kind: 'resync', changes }, headers)).as('Action')
    const [claimed] = await stores.collections.issues.page({
      index: 'actionDue',
      until: NOW.toISOString(),
      limit: 1,
    })
    expect(claimed?.doc.action?.id).toBe(action.id)
    const { text } = await api.get(`${actionsOf(issue)}/${action.id}`, host)
    for (const inside of ['between us', 'lease', 'dueAt', 'delays', 'bulkId'])
      expect(text).not.toContain(inside)
  })

  it('is not there under another issue, another firm, or a name that is none', async () => {
    const [one, two] = [await anIssue(api, host, 'd'), await anIssue(api, host, 'e')]
    const action = (await api.post(actionsOf(one), { kind: 'skip' }, host)).as('Action')
    for (const address of [
      `${actionsOf(two)}/${action.id}`,
      `${actionsOf(one).replace('acme', 'beta')}/${action.id}`,
      `${actionsOf(one)}/act_none`,
    ]) {
      expect((await api.get(address, host)).status).toBe(404)
    }
    expect((await api.get(`${actionsOf(one)}/nothing`, host)).status).toBe(400)
  })
})

describe('who may read an action', () => {
  itIsOnlyFor(
    service,
    { method: 'get', address: `${FIRM}/issues/iss_${'0'.repeat(24)}/actions/act_1` },
    roles,
  )
})
