import { describe, expect, it } from '@jest/globals'
import { startService } from '../support/api-client.ts'
import { faultsIn, itIsOnlyFor } from '../support/refusals.ts'
import { addFirm, anIssue, hoursAgo, NOW } from '../support/tenant.ts'

const FIRM = '/v1/firms/acme'
const ADDRESS = `${FIRM}/successes`

const service = await startService({}, { now: () => NOW })
const { api, stores } = service
const host = await addFirm(api, stores)

const post = (body: unknown, headers: Record<string, string> = host) => api.post(ADDRESS, body, headers)
const of = (id: string, changes: object = {}) => ({
  record: { type: 'invoice', id },
  occurredAt: hoursAgo(1),
  ...changes,
})
const succeed = async (id: string, changes: object = {}) => (await post(of(id, changes))).as('SuccessReport')

describe('a success', () => {
  it('resolves the open issue of its record', async () => {
    await anIssue(api, host, 'a', { occurredAt: hoursAgo(5) })
    const answer = await post(of('a', { quickbooksId: '3190' }))
    expect(answer.status).toBe(200)
    expect(answer.as('SuccessReport')).toMatchObject({
      report: 'resolved',
      issue: { status: 'resolved', closedAt: hoursAgo(1), quickbooksId: '3190', occurrences: 1, version: 2 },
    })
  })

  it('at the same moment as the failure resolves its issue', async () => {
    await anIssue(api, host, 'b', { occurredAt: hoursAgo(1) })
    expect((await succeed('b')).report).toBe('resolved')
  })

  it('that is older than the newest failure is ignored', async () => {
    await anIssue(api, host, 'c', { occurredAt: hoursAgo(5) })
    const { report, issue } = await succeed('c', { occurredAt: hoursAgo(6) })
    expect(report).toBe('ignored')
    expect(issue).toMatchObject({ status: 'open', closedAt: null })
  })

  it('of a record without an issue is remembered, and answered with none', async () => {
    expect(await succeed('d')).toEqual({ report: 'ignored', issue: null })
    expect(await anIssue(api, host, 'd', { occurredAt: hoursAgo(2) })).toMatchObject({
      status: 'resolved',
      closedAt: hoursAgo(1),
    })
  })

  it('is remembered by the newest, with what QuickBooks calls the record', async () => {
    await succeed('e', { occurredAt: hoursAgo(2), quickbooksId: '7' })
    await succeed('e', { occurredAt: hoursAgo(4), quickbooksId: '5' })
    const issue = await anIssue(api, host, 'e', { occurredAt: hoursAgo(3) })
    expect(issue).toMatchObject({ status: 'resolved', closedAt: hoursAgo(2), quickbooksId: '7' })
  })

  it('of a record of the same id, but of another type, is another', async () => {
    await anIssue(api, host, 'f', { occurredAt: hoursAgo(5) })
    expect(await succeed('f', { record: { type: 'payment', id: 'f' } })).toEqual({
      report: 'ignored',
      issue: null,
    })
  })

  it('changes an issue that is resolved no more, but for the last time it went through', async () => {
    await anIssue(api, host, 'g', { occurredAt: hoursAgo(9) })
    await succeed('g', { occurredAt: hoursAgo(8) })
    const { report, issue } = await succeed('g', { occurredAt: hoursAgo(6) })
    expect(report).toBe('ignored')
    expect(issue).toMatchObject({ status: 'resolved', closedAt: hoursAgo(6) })
    const late = await anIssue(api, host, 'g', { occurredAt: hoursAgo(7) })
    expect(late.status).toBe('resolved')
  })

  it('leaves a skip as it is, until somebody takes it back', async () => {
    const { id } = await anIssue(api, host, 'h', { occurredAt: hoursAgo(9) })
    const act = (kind: string) => api.post(`${FIRM}/issues/${id}/actions`, { kind }, host)
    await act('skip')
    const { report, issue } = await succeed('h')
    expect(report).toBe('ignored')
    expect(issue).toMatchObject({ status: 'skipped', closedAt: NOW.toISOString() })
    await act('reopen')
    const reopened = (await api.get(`${FIRM}/issues/${id}`, host)).as('Issue')
    expect(reopened).toMatchObject({ status: 'resolved', closedAt: hoursAgo(1) })
  })

  it('and a failure that come at the same time end as their times say', async () => {
    for (let i = 0; i < 10; i += 1) {
      const [older, newer] = [hoursAgo(3), hoursAgo(2)]
      await Promise.all([
        succeed(`race_${i}`, { occurredAt: newer }),
        anIssue(api, host, `race_${i}`, { occurredAt: older }),
      ])
    }
    const { data } = (await api.get(`${FIRM}/issues?search=race`, host)).as('IssueList')
    expect(data).toHaveLength(10)
    expect(new Set(data.map(({ status }) => status))).toEqual(new Set(['resolved']))
  })
})

describe('a success that is reported twice', () => {
  it('is known by the name of the try', async () => {
    await anIssue(api, host, 'twice', { occurredAt: hoursAgo(5) })
    const first = await succeed('twice', { occurrenceId: 'push_1' })
    expect(first.report).toBe('resolved')
    expect(await succeed('twice', { occurrenceId: 'push_1' })).toEqual({
      report: 'duplicate',
      issue: first.issue,
    })
  })

  it('under the same Idempotency-Key is answered as the first time', async () => {
    await anIssue(api, host, 'keyed', { occurredAt: hoursAgo(5) })
    const headers = { ...host, 'Idempotency-Key': 'success' }
    const first = await post(of('keyed'), headers)
    const again = await post(of('keyed'), headers)
    expect(again.headers['idempotent-replayed']).toBe('true')
    expect(again.text).toBe(first.text)
    expect((await post(of('other'), headers)).status).toBe(422)
    const malformed = await post(of('keyed'), { ...host, 'Idempotency-Key': 'a b' })
    expect(faultsIn(malformed)).toEqual(['header /Idempotency-Key pattern'])
  })
})

describe('a success is refused', () => {
  it.each([
    ['without a record', { record: undefined }, 'body /record required'],
    ['of a type that is not synced', { record: { type: 'credit', id: 'x' } }, 'body /record/type enum'],
    [
      'of a record that tells more',
      { record: { type: 'invoice', id: 'x', label: 'y' } },
      'body /record/label additionalProperties',
    ],
    ['without a time', { occurredAt: undefined }, 'body /occurredAt required'],
    ['of a time that is not real', { occurredAt: '2026-02-30T00:00:00Z' }, 'body /occurredAt format'],
    [
      'of a second that no clock of ours tells',
      { occurredAt: '2016-12-31T23:59:60Z' },
      'body /occurredAt format',
    ],
    ['more than a day ahead', { occurredAt: hoursAgo(-24.001) }, 'body /occurredAt future'],
    ['with an id that is none of QuickBooks', { quickbooksId: 'abc' }, 'body /quickbooksId pattern'],
  ])('%s', async (_name, changes, fault) => {
    expect(faultsIn(await post(of('refused', changes)))).toEqual([fault])
  })

  it('where its firm is not there', async () => {
    expect((await api.post('/v1/firms/nobody/successes', of('x'), host)).status).toBe(404)
  })
})

describe('who may report a success', () => {
  itIsOnlyFor(service, { method: 'post', address: ADDRESS }, ['integrator'])
})
