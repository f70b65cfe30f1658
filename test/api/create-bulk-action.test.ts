import { describe, expect, it } from '@jest/globals'
import { type Schemas, startService } from '../support/api-client.ts'
import { faultsIn, itIsOnlyFor } from '../support/refusals.ts'
import { addFirm, anIssue, failureOf, hoursAgo, NOW, recordOf, sessionOf } from '../support/tenant.ts'

const FIRM = '/v1/firms/acme'
const BULK = `${FIRM}/bulk-actions`

const service = await startService({}, { now: () => NOW })
const { api, stores } = service
const host = await addFirm(api, stores)
for (const role of ['admin', 'staff']) {
  await api.ask('put', `${FIRM}/members/${role}`, { body: { name: role, role }, headers: host })
}

let keys = 0
/** Asks for a bulk action under a new key. */
const ask = (body: unknown, headers: Record<string, string> = host) =>
  api.post(BULK, body, { 'Idempotency-Key': `bulk-${(keys += 1)}`, ...headers })

/** The issue of a record of this type, about a client of its own. */
function issueOf(type: Schemas['RecordType'], id: string, changes: Partial<Schemas['SyncFailure']> = {}) {
  const client = { id: `c_${id}`, name: 'Northwind LLC' }
  return anIssue(api, host, id, { record: recordOf({ id, type, client }), payload: {}, ...changes })
}

/** What a bulk action says of each issue, in its order. */
const saidOf = ({ results }: Schemas['BulkAction']) =>
  results.map(({ record, state, reason, waitingFor }) =>
    [`${record?.type}/${record?.id}`, state, reason ?? waitingFor].filter(Boolean).join(' '),
  )

describe('a bulk action', () => {
  it('is kept, and told where it can be read, in the order in which records depend on each other', async () => {
    const types = ['expense', 'refund', 'client', 'payment', 'service', 'invoice'] as const
    const issues = []
    for (const type of types) issues.push(await issueOf(type, `a_${type}`))
    const answer = await ask({ kind: 'resync', issueIds: issues.map(({ id }) => id), note: 'All of March' })
    expect(answer.status).toBe(202)
    const bulk = answer.as('BulkAction')
    expect(bulk).toMatchObject({
      firmId: 'acme',
      kind: 'resync',
      dryRun: false,
      state: 'queued',
      note: 'All of March',
      total: 6,
      counts: { queued: 6, waiting: 0, running: 0, succeeded: 0, refused: 0, unknown: 0, cancelled: 0 },
      createdAt: NOW.toISOString(),
    })
    expect(bulk.results.map(({ record }) => record?.type)).toEqual([
      'client',
      'service',
      'invoice',
      'payment',
      'refund',
      'expense',
    ])
    expect(answer.headers).toMatchObject({ location: `${BULK}/${bulk.id}`, 'retry-after': '1' })
    expect((await api.get(answer.headers.location ?? '', host)).as('BulkAction')).toEqual(bulk)
  })

  it('is about each issue once, however often it is named', async () => {
    const { id } = await issueOf('invoice', 'twice')
    expect((await ask({ kind: 'skip', issueIds: [id, id] })).as('BulkAction').total).toBe(1)
  })

  it('is about all that a filter finds, open issues where it names no status', async () => {
    const [one, two] = [await issueOf('payment', 'zeta_1'), await issueOf('payment', 'zeta_2')]
    await issueOf('refund', 'ref_1')
    await api.post(`${FIRM}/issues/${two.id}/actions`, { kind: 'skip' }, host)
    const open = (await ask({ kind: 'skip', filter: { search: 'zeta' } })).as('BulkAction')
    expect(open.results.map(({ issueId }) => issueId)).toEqual([one.id])
    const skipped = await ask({ kind: 'resync', filter: { search: 'zeta', status: 'skipped' }, dryRun: true })
    expect(saidOf(skipped.as('BulkAction'))).toEqual(['payment/zeta_2 refused not-open'])
  })

  it('may be about nothing', async () => {
    const bulk = (await ask({ kind: 'skip', filter: { search: 'nobody' } })).as('BulkAction')
    expect(bulk).toMatchObject({ state: 'finished', total: 0, results: [] })
  })

  it('is one for all who repeat its request, also where nobody kept the first answer', async () => {
    const { id } = await issueOf('invoice', 'again')
    const headers = { ...host, 'Idempotency-Key': 'again' }
    const wish = { kind: 'resync', issueIds: [id] }
    const first = (await ask(wish, headers)).as('BulkAction')
    expect((await ask(wish, headers)).headers['idempotent-replayed']).toBe('true')
    const { keptAnswers } = stores.collections
    for (const { doc, version } of await keptAnswers.page({ index: 'all', limit: 1_000 })) {
      await keptAnswers.remove(doc.id, version)
    }
    const again = await ask(wish, headers)
    expect(again.headers).not.toHaveProperty('idempotent-replayed')
    expect(again.as('BulkAction').id).toBe(first.id)
    expect((await ask({ ...wish, kind: 'skip' }, headers)).status).toBe(422)
  })

  it('is that of the member whom the host’s key acts for', async () => {
    const { id } = await issueOf('invoice', 'actor')
    const bulk = (await ask({ kind: 'skip', issueIds: [id], actor: 'admin' })).as('BulkAction')
    expect(bulk.actor).toMatchObject({ type: 'member', id: 'admin' })
    expect((await ask({ kind: 'skip', issueIds: [id], actor: 'staff' })).status).toBe(403)
    expect(faultsIn(await ask({ kind: 'skip', issueIds: [id], actor: 'nobody' }))).toEqual([
      'body /actor unknown',
    ])
  })
})

describe('a dry run', () => {
  it('tells what would become of each issue, and why not, and does nothing', async () => {
    const at = { occurredAt: hoursAgo(9) }
    const client = await issueOf('client', 'c_d', { ...at, error: 'Duplicate Name Exists Error' })
    const of = (id: string, more: Partial<Schemas['SyncFailure']> = {}) =>
      issueOf('invoice', id, {
        ...at,
        record: recordOf({ id, client: { id: 'c_d', name: 'Northwind LLC' } }),
        ...more,
      })
    const waiting = await of('d_waiting')
    const unkept = await issueOf('expense', 'd_unkept', { ...at, payload: undefined })
    const over = await issueOf('payment', 'd_over', at)
    await api.post(`${FIRM}/issues/${over.id}/actions`, { kind: 'skip' }, host)
    const before = await api.get(`${FIRM}/issues?search=d_`, host)
    const issueIds = [waiting.id, unkept.id, over.id]
    const alone = await api.post(BULK, { kind: 'resync', issueIds, dryRun: true }, host)
    expect(alone.status).toBe(200)
    expect(alone.as('BulkAction')).toMatchObject({ id: null, dryRun: true, state: 'queued', total: 3 })
    expect(saidOf(alone.as('BulkAction'))).toEqual([
      'invoice/d_waiting waiting client/c_d',
      'payment/d_over refused not-open',
      'expense/d_unkept refused no-payload',
    ])
    const together = await api.post(
      BULK,
      { kind: 'resync', issueIds: [...issueIds, client.id], dryRun: true },
      host,
    )
    expect(saidOf(together.as('BulkAction')).slice(0, 2)).toEqual([
      'client/c_d queued',
      'invoice/d_waiting queued',
    ])
    expect((await api.get(`${FIRM}/issues?search=d_`, host)).text).toBe(before.text)
  })

  it('of a record whose client was skipped tells that it will not be sent', async () => {
    const client = await issueOf('client', 'c_s', { error: 'Duplicate Name Exists Error' })
    await api.post(`${FIRM}/issues/${client.id}/actions`, { kind: 'skip' }, host)
    const record = recordOf({ id: 's_inv', client: { id: 'c_s', name: 'Northwind LLC' } })
    const { id } = await issueOf('invoice', 's_inv', { record })
    const run = (await ask({ kind: 'resync', issueIds: [id], dryRun: true })).as('BulkAction')
    expect(saidOf(run)).toEqual(['invoice/s_inv refused needs-skipped-record'])
  })

  it('of a deletion tells what is no service', async () => {
    const service = await issueOf('service', 'srv', { error: 'Please specify the income account' })
    const invoice = await issueOf('invoice', 'no-srv')
    const run = await ask({ kind: 'delete', issueIds: [invoice.id, service.id], dryRun: true })
    expect(saidOf(run.as('BulkAction'))).toEqual([
      'service/srv queued',
      'invoice/no-srv refused not-for-this-error',
    ])
  })
})

describe('a bulk action is refused', () => {
  it('without an Idempotency-Key', async () => {
    const { id } = await issueOf('invoice', 'keyless')
    const answer = await api.post(BULK, { kind: 'resync', issueIds: [id] }, host)
    expect(answer.status).toBe(400)
    expect(answer.as('Problem').code).toBe('idempotency-key-required')
  })

  it('about issues that are none, or another firm’s, with all of them', async () => {
    const { id } = await issueOf('invoice', 'known')
    await addFirm(api, stores, 'beta')
    const other = (await api.post('/v1/firms/beta/failures', failureOf(), host)).as('FailureReport').issue
    const issueIds = [`iss_${'0'.repeat(24)}`, id, other.id]
    expect(faultsIn(await ask({ kind: 'skip', issueIds }))).toEqual([
      'body /issueIds/0 unknown',
      'body /issueIds/2 unknown',
    ])
    expect((await api.get(`${FIRM}/issues/${id}`, host)).as('Issue').status).toBe('open')
  })

  const ids = Array.from({ length: 1_001 }, (_, i) => `iss_${String(i).padStart(24, '0')}`)
  it.each([
    ['without a kind', { issueIds: ids.slice(0, 1) }, 'body /kind required'],
    ['to take skips back', { kind: 'reopen', issueIds: ids.slice(0, 1) }, 'body /kind enum'],
    ['about nothing that is named', { kind: 'skip' }, 'body /issueIds required'],
    ['with an empty list', { kind: 'skip', issueIds: [] }, 'body /issueIds minItems'],
    ['about too many issues', { kind: 'skip', issueIds: ids }, 'body /issueIds maxItems'],
    [
      'with both a list and a filter',
      { kind: 'skip', issueIds: ids.slice(0, 1), filter: {} },
      'body /filter additionalProperties',
    ],
    [
      'with a filter that is none',
      { kind: 'skip', filter: { from: '2026-02-30T00:00:00Z' } },
      'body /filter/from format',
    ],
  ])('%s', async (_name, body, fault) => {
    expect(faultsIn(await ask(body))).toEqual([fault])
  })

  it('of staff who are signed in', async () => {
    const answer = await ask({ kind: 'skip', filter: {} }, await sessionOf(service, 'staff'))
    expect(answer.status).toBe(403)
  })

  it('with a filter that finds more than a thousand', async () => {
    await addFirm(api, stores, 'large')
    for (let from = 0; from < 1_001; from += 500) {
      const failures = Array.from({ length: Math.min(500, 1_001 - from) }, (_, i) =>
        failureOf({ record: recordOf({ id: `inv_${from + i}` }) }),
      )
      await api.post('/v1/firms/large/failures/batch', { failures }, host)
    }
    const headers = { ...host, 'Idempotency-Key': 'large' }
    const answer = await api.post('/v1/firms/large/bulk-actions', { kind: 'skip', filter: {} }, headers)
    expect(faultsIn(answer)).toEqual(['body /filter maxItems'])
  })
})

describe('who may ask for bulk actions', () => {
  itIsOnlyFor(service, { method: 'post', address: BULK }, ['owner', 'admin', 'integrator'])
})
