import { describe, expect, it } from '@jest/globals'
import { appAt } from '../support/app-at-intuit.ts'
import { startService } from '../support/api-client.ts'
import { connect } from '../support/connect.ts'
import { startSandbox } from '../support/sandbox.ts'
import { addFirm, anIssue, NOW, recordOf, sessionOf } from '../support/tenant.ts'
import { workAt } from '../support/work-at.ts'

const sandbox = await startSandbox({ now: () => NOW })
const service = await startService(appAt(sandbox), { now: () => NOW })
const { api, stores } = service
const host = await addFirm(api, stores)
const ISSUES = '/v1/firms/acme/issues'

let keys = 0
/** A resync of a new failure, which a worker then has tried. */
async function resync(id: string, payload: Record<string, unknown>, client: string) {
  const record = recordOf({ id, client: { id: client, name: client } })
  const issue = await anIssue(api, host, id, { record, payload, operation: 'create' })
  const headers = { ...host, 'Idempotency-Key': `key-${(keys += 1)}` }
  await api.post(`${ISSUES}/${issue.id}/actions`, { kind: 'resync' }, headers)
  await workAt(stores, () => NOW)
  return issue.id
}

const actionOf = async (id: string) => (await stores.issues.get('acme', id))?.doc.action
const isDue = async (id: string) => ((await actionOf(id))?.dueAt ?? '') <= NOW.toISOString()

describe('an action that waits', () => {
  it('for a record is due at once when that record went through, and no other', async () => {
    const payload = { DocNumber: '1', CustomerRef: {} }
    const [one, two] = [await resync('inv_1', payload, 'c_1'), await resync('inv_2', payload, 'c_2')]
    const client = recordOf({ id: 'c_1', type: 'client', client: null })
    await anIssue(api, host, 'c_1', { record: client, error: 'Duplicate Name Exists Error' })
    expect(await actionOf(one)).toMatchObject({ state: 'waiting', waitingFor: 'client/c_1' })
    expect([await isDue(one), await isDue(two)]).toEqual([false, false])
    const success = { record: { type: 'client', id: 'c_1' }, occurredAt: NOW.toISOString() }
    await api.post('/v1/firms/acme/successes', success, host)
    expect([await isDue(one), await isDue(two)]).toEqual([true, false])
  })

  it('for the connection is due at once when the firm is connected', async () => {
    const id = await resync('inv_3', { DocNumber: '3', CustomerRef: { value: '1' } }, 'c_3')
    expect(await actionOf(id)).toMatchObject({ state: 'waiting', waitingFor: 'connection' })
    expect(await isDue(id)).toBe(false)
    const { realmId } = sandbox.company.addCompany()
    await connect(service, { realmId, headers: await sessionOf(service) })
    expect(await isDue(id)).toBe(true)
  })

  it('is not due because something of that name is there in another firm', async () => {
    const id = await resync('inv_4', { DocNumber: '4', CustomerRef: {} }, 'c_4')
    await stores.hurry('beta', 'client/c_4')
    expect(await isDue(id)).toBe(false)
  })
})
