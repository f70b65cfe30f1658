import { describe, expect, it } from '@jest/globals'
import { roles } from '../../src/domain/role.ts'
import { type Schemas, startService } from '../support/api-client.ts'
import { faultsIn, itIsOnlyFor } from '../support/refusals.ts'
import {
  addFirm,
  anIssue,
  failureOf,
  headersOf,
  hoursAgo,
  NOW,
  recordOf,
  sessionOf,
} from '../support/tenant.ts'

const FIRM = '/v1/firms/acme'

const service = await startService({}, { now: () => NOW })
const { api, stores } = service
const host = await addFirm(api, stores)
await addFirm(api, stores, 'beta')

const addressOf = ({ id }: Pick<Schemas['Issue'], 'id'>) => `${FIRM}/issues/${id}`

/** What of the actions is allowed, by kind, with the reasons for and against. */
async function actionsOf(issue: Schemas['Issue'], headers = host) {
  const { allowedActions } = (await api.get(addressOf(issue), headers)).as('Issue')
  return Object.fromEntries(
    allowedActions.map(({ kind, allowed, recommended, reason }) => [
      kind,
      `${recommended ? 'recommended' : allowed ? 'allowed' : 'refused'} ${reason}`,
    ]),
  )
}

describe('an issue', () => {
  it('is told to everybody of the firm as it was to who reported it', async () => {
    const issue = await anIssue(api, host, 'a')
    expect((await api.get(addressOf(issue), host)).as('Issue')).toEqual(issue)
    for (const role of roles) {
      const read = await api.get(addressOf(issue), await headersOf(stores, role, 'acme'))
      expect(read.as('Issue').id).toBe(issue.id)
    }
    expect((await api.get(addressOf(issue), await sessionOf(service))).status).toBe(200)
  })

  it('has the id that its record gives it, also after the firm was deleted and added again', async () => {
    const report = () => api.post('/v1/firms/beta/failures', failureOf(), host)
    const first = (await report()).as('FailureReport').issue
    await api.ask('delete', '/v1/firms/beta', { headers: host })
    await addFirm(api, stores, 'beta')
    expect((await report()).as('FailureReport').issue.id).toBe(first.id)
  })

  it('names its error in the language that is asked for', async () => {
    const issue = await anIssue(api, host, 'b')
    const [en, fr] = await Promise.all(
      ['en', 'fr'].map(async (lang) => (await api.get(`${addressOf(issue)}?lang=${lang}`, host)).as('Issue')),
    )
    expect(en?.diagnosis.item?.title).toBe('Document number already used')
    expect(fr?.diagnosis.item?.title).not.toBe(en?.diagnosis.item?.title)
  })

  it('is not sent again to a caller who has this version of it, until it changes', async () => {
    const issue = await anIssue(api, host, 'c')
    const { etag = '' } = (await api.get(addressOf(issue), host)).headers
    const has = { ...host, 'If-None-Match': etag }
    expect((await api.get(addressOf(issue), has)).status).toBe(304)
    expect((await api.get(`${addressOf(issue)}?lang=fr`, has)).status).toBe(200)
    await anIssue(api, host, 'c', { occurredAt: hoursAgo(1) })
    const changed = await api.get(addressOf(issue), has)
    expect(changed.status).toBe(200)
    expect(changed.as('Issue').version).toBe(2)
  })
})

describe('the actions of an issue', () => {
  it('are what fits its error while it is open', async () => {
    expect(await actionsOf(await anIssue(api, host, 'open'))).toEqual({
      resync: 'allowed cause-not-checked',
      skip: 'allowed cause-not-checked',
      delete: 'refused not-for-this-error',
      reopen: 'refused not-skipped',
    })
  })

  it('are to delete too, for a service whose error allows that', async () => {
    const record = recordOf({ id: 'srv', type: 'service' })
    const issue = await anIssue(api, host, 'srv', { record, error: 'Please specify the income account' })
    expect(await actionsOf(issue)).toMatchObject({ delete: 'allowed cause-not-checked' })
  })

  it('are best to resync where the failure passes by itself', async () => {
    const issue = await anIssue(api, host, 'passing', { error: 'x', httpStatus: 503 })
    expect(await actionsOf(issue)).toMatchObject({ resync: 'recommended null' })
  })

  it('are none but to take the skip back once it is skipped', async () => {
    const issue = await anIssue(api, host, 'skipped')
    await api.post(`${addressOf(issue)}/actions`, { kind: 'skip' }, host)
    expect(await actionsOf(issue)).toEqual({
      resync: 'refused not-open',
      skip: 'refused not-open',
      delete: 'refused not-for-this-error',
      reopen: 'allowed null',
    })
  })

  it('are none once it is resolved', async () => {
    const issue = await anIssue(api, host, 'resolved')
    const success = { record: { type: 'invoice', id: 'resolved' }, occurredAt: hoursAgo(0) }
    await api.post(`${FIRM}/successes`, success, host)
    expect(await actionsOf(issue)).toMatchObject({ skip: 'refused not-open', reopen: 'refused not-skipped' })
  })

  it.each(['staff', 'support'] as const)('are none for %s', async (role) => {
    const issue = await anIssue(api, host, 'idle')
    const actions = await actionsOf(issue, await headersOf(stores, role, 'acme'))
    expect(new Set(Object.values(actions))).toEqual(new Set(['refused role-may-not']))
  })
})

describe('an issue is not found', () => {
  it('by the id of another firm’s', async () => {
    const { issue } = (await api.post('/v1/firms/beta/failures', failureOf(), host)).as('FailureReport')
    expect((await api.get(addressOf(issue), host)).status).toBe(404)
    expect((await api.get(`/v1/firms/beta/issues/${issue.id}`, host)).status).toBe(200)
  })

  it('by an id that no record gives', async () => {
    expect((await api.get(addressOf({ id: `iss_${'0'.repeat(24)}` }), host)).status).toBe(404)
  })

  it.each(['inv_88', 'iss_1', `ISS_${'0'.repeat(24)}`])('by %s, which is no id', async (id) => {
    expect(faultsIn(await api.get(addressOf({ id }), host))).toEqual(['path /issueId pattern'])
  })
})

describe('who may read an issue', () => {
  itIsOnlyFor(service, { method: 'get', address: addressOf({ id: `iss_${'0'.repeat(24)}` }) }, roles)
})
