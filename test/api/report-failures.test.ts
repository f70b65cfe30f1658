import { describe, expect, it } from '@jest/globals'
import { startService } from '../support/api-client.ts'
import { faultsIn, itIsOnlyFor } from '../support/refusals.ts'
import { addFirm, failureOf, hoursAgo, NOW, recordOf } from '../support/tenant.ts'

const FIRM = '/v1/firms/acme'
const ADDRESS = `${FIRM}/failures/batch`

const service = await startService({}, { now: () => NOW })
const { api, stores, bugs } = service
const host = await addFirm(api, stores)

const post = (failures: readonly unknown[], headers = host) => api.post(ADDRESS, { failures }, headers)
const of = (id: string, changes: Parameters<typeof failureOf>[0] = {}) =>
  failureOf({ record: recordOf({ id }), ...changes })

async function summary() {
  return (await api.get(`${FIRM}/issues/summary`, host)).text
}

describe('a batch of failures', () => {
  it('is taken in in its order, and says what became of each', async () => {
    const answer = await post([
      of('a', { occurrenceId: '1' }),
      of('b', { error: 'who knows' }),
      of('a', { occurrenceId: '2', occurredAt: hoursAgo(1) }),
      of('a', { occurrenceId: '1' }),
    ])
    expect(answer.status).toBe(200)
    const { results, counts } = answer.as('FailureBatchReport')
    expect(results.map(({ report, item }) => [report, item])).toEqual([
      ['created', 'duplicate-document-number'],
      ['created', null],
      ['joined', 'duplicate-document-number'],
      ['duplicate', 'duplicate-document-number'],
    ])
    expect(counts).toEqual({ created: 2, joined: 1, reopened: 0, counted: 0, duplicate: 1 })
    const [a, b] = results.map(({ issueId }) => issueId)
    expect(results.map(({ issueId }) => issueId)).toEqual([a, b, a, a])
    const issue = (await api.get(`${FIRM}/issues/${a}`, host)).as('Issue')
    expect(issue).toMatchObject({ occurrences: 2, lastSeenAt: hoursAgo(1) })
  })

  it('counts what was reopened and what stays closed, too', async () => {
    for (const id of ['over', 'back']) {
      await post([of(id, { occurredAt: hoursAgo(9) })])
      const success = { record: { type: 'invoice', id }, occurredAt: hoursAgo(5) }
      await api.post(`${FIRM}/successes`, success, host)
    }
    const answer = await post([
      of('over', { occurredAt: hoursAgo(7) }),
      of('back', { occurredAt: hoursAgo(3) }),
    ])
    expect(answer.as('FailureBatchReport').counts).toMatchObject({ counted: 1, reopened: 1 })
  })

  it('may hold 500 failures', async () => {
    const answer = await post(Array.from({ length: 500 }, (_, i) => of(`many_${i % 20}`)))
    expect(answer.as('FailureBatchReport').counts).toMatchObject({ created: 20, joined: 480 })
  })

  it('changes nothing if it is sent again with the names of its tries', async () => {
    const batch = [of('named', { occurrenceId: 'n1' }), of('named', { occurrenceId: 'n2' })]
    await post(batch)
    const before = await summary()
    expect((await post(batch)).as('FailureBatchReport').counts).toMatchObject({ duplicate: 2 })
    expect(await summary()).toBe(before)
  })
})

describe('a batch with an Idempotency-Key', () => {
  const headers = (key: string) => ({ ...host, 'Idempotency-Key': key })

  it('is answered as the first time when it is repeated, and done once', async () => {
    const batch = [of('keyed'), of('keyed')]
    const first = await post(batch, headers('batch'))
    expect(first.as('FailureBatchReport').counts).toMatchObject({ created: 1, joined: 1 })
    const again = await post(batch, headers('batch'))
    expect(again.headers['idempotent-replayed']).toBe('true')
    expect(again.text).toBe(first.text)
  })

  it('is finished where it was cut short, without counting twice what was done before', async () => {
    const key = headers('cut')
    const batch = [of('cut_a'), of('cut_b')]
    await post(batch, key)
    // As if the process had stopped before the answer was kept.
    const { keptAnswers } = stores.collections
    const kept = await keptAnswers.page({ index: 'firm', equals: { firmId: 'acme' }, limit: 1_000 })
    for (const { doc, version } of kept) await keptAnswers.remove(doc.id, version)
    expect((await post(batch, key)).as('FailureBatchReport').counts).toMatchObject({ duplicate: 2 })
  })

  it('is refused under the key of another batch, and under a key that is none', async () => {
    await post([of('x')], headers('used'))
    expect((await post([of('y')], headers('used'))).status).toBe(422)
    expect(faultsIn(await post([of('x')], headers('a b')))).toEqual(['header /Idempotency-Key pattern'])
  })
})

describe('a batch is refused', () => {
  it.each([
    ['that lacks a time', { occurredAt: undefined }, 'occurredAt required'],
    ['of a time that is not real', { occurredAt: '2026-13-01T00:00:00Z' }, 'occurredAt format'],
    ['of the day after tomorrow', { occurredAt: hoursAgo(-48) }, 'occurredAt future'],
    ['of too many decimals', { record: recordOf({ amount: '0.001' }) }, 'record/amount amount'],
    ['of an unknown currency', { record: recordOf({ currency: 'QQQ' }) }, 'record/currency unknown'],
    ['with too large a payload', { payload: { a: 'x'.repeat(70_000) } }, 'payload size'],
  ])('with one failure %s, and stores nothing', async (_name, changes, fault) => {
    const before = await summary()
    const answer = await post([of('never_1'), of('never_2'), { ...of('never_3'), ...changes }, of('never_4')])
    expect(faultsIn(answer)).toEqual([`body /failures/2/${fault}`])
    expect(await summary()).toBe(before)
  })

  it('for all of its failures that are wrong', async () => {
    const wrong = { occurredAt: hoursAgo(-48) }
    expect(faultsIn(await post([of('a', wrong), of('b'), of('c', wrong)]))).toEqual([
      'body /failures/0/occurredAt future',
      'body /failures/2/occurredAt future',
    ])
  })

  it('with no failure, with more than 500, and with what is no list', async () => {
    expect(faultsIn(await post([]))).toEqual(['body /failures minItems'])
    expect(faultsIn(await post(Array.from({ length: 501 }, () => of('x'))))).toEqual([
      'body /failures maxItems',
    ])
    expect(faultsIn(await api.post(ADDRESS, of('x'), host))).toContain('body /failures required')
    expect(faultsIn(await api.post(ADDRESS, [], host))).toEqual(['body  type'])
  })

  it('with an error of 100,000 levels', async () => {
    const body = JSON.stringify({ failures: [{ ...of('deep'), error: 'DEEP' }] })
    const deep = body.replace('"DEEP"', '['.repeat(100_000) + ']'.repeat(100_000))
    const answer = await api.post(ADDRESS, deep, { ...host, 'Idempotency-Key': 'deep' })
    expect(faultsIn(answer)).toEqual(['body  nesting'])
    expect(bugs).toEqual([])
  })

  it('where its firm is not there', async () => {
    expect((await api.post('/v1/firms/nobody/failures/batch', { failures: [of('x')] }, host)).status).toBe(
      404,
    )
  })
})

describe('who may report many failures', () => {
  itIsOnlyFor(service, { method: 'post', address: ADDRESS }, ['integrator'])
})
