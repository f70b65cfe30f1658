import { describe, expect, it } from '@jest/globals'
import { startService } from '../support/api-client.ts'
import { faultsIn, itIsOnlyFor } from '../support/refusals.ts'
import { addFirm, anIssue, failureOf, headersOf, hoursAgo, NOW, recordOf } from '../support/tenant.ts'

const FIRM = '/v1/firms/acme'
const ADDRESS = `${FIRM}/failures`

let time = NOW.getTime()
const service = await startService({}, { now: () => new Date(time) })
const { api, stores, bugs } = service
const host = await addFirm(api, stores)

const post = (body: unknown, headers: Record<string, string> = host) => api.post(ADDRESS, body, headers)

/** What becomes of a failure of the record with this id. */
async function report(id: string, changes: Parameters<typeof failureOf>[0] = {}) {
  return (await post(failureOf({ record: recordOf({ id }), ...changes }))).as('FailureReport')
}

async function succeed(id: string, occurredAt: string) {
  const body = { record: { type: 'invoice', id }, occurredAt }
  return (await api.post(`${FIRM}/successes`, body, host)).as('SuccessReport')
}

async function skip(issueId: string) {
  return api.post(`${FIRM}/issues/${issueId}/actions`, { kind: 'skip' }, host)
}

describe('the first failure of a record', () => {
  it('makes its issue, with all that is known', async () => {
    const answer = await post(failureOf({ entity: 'Invoice', operation: 'create' }))
    expect(answer.status).toBe(201)
    expect(answer.headers.etag).toBe('"1.en"')
    const { report, issue } = answer.as('FailureReport')
    expect(report).toBe('created')
    expect(issue).toMatchObject({
      firmId: 'acme',
      status: 'open',
      record: { ...recordOf(), url: null },
      error: failureOf().error,
      occurrences: 1,
      firstSeenAt: '2026-03-02T09:41:00.000Z',
      lastSeenAt: '2026-03-02T09:41:00.000Z',
      closedAt: null,
      quickbooksId: null,
      version: 1,
    })
    expect(issue.diagnosis.item?.slug).toBe('duplicate-document-number')
    expect(issue.diagnosis.captures).toEqual({ docNumber: '1781', txnType: 'Invoice', txnId: '3188' })
    expect((await api.get(`${FIRM}/issues/${issue.id}`, host)).as('Issue')).toEqual(issue)
  })

  it('may tell as little as a name, an error and a time', async () => {
    const record = { type: 'expense', id: 'e', label: 'Taxi' }
    const body = { error: { odd: ['answer'] }, record, occurredAt: hoursAgo(0) }
    const { issue } = (await post(body)).as('FailureReport')
    expect(issue.record).toEqual({
      ...record,
      url: null,
      amount: null,
      currency: null,
      date: null,
      client: null,
    })
    expect(issue.error).toBe('{"odd":["answer"]}')
    expect(issue.diagnosis.item).toBeNull()
  })

  it('is told in the language of the caller', async () => {
    const record = recordOf({ id: 'french' })
    const answer = await post(failureOf({ record }), { ...host, 'Accept-Language': 'fr-CA' })
    expect(answer.headers).toMatchObject({ 'content-language': 'fr', etag: '"1.fr"' })
    expect(answer.as('FailureReport').issue.diagnosis.item?.title).toMatch(/[éà]/u)
  })

  it('is of another record if only the type, or only the firm, is another', async () => {
    await addFirm(api, stores, 'beta')
    const ids = [
      (await report('same')).issue.id,
      (await report('same', { record: recordOf({ id: 'same', type: 'payment' }) })).issue.id,
      (await api.post('/v1/firms/beta/failures', failureOf({ record: recordOf({ id: 'same' }) }), host)).as(
        'FailureReport',
      ).issue.id,
    ]
    expect(new Set(ids).size).toBe(3)
  })

  it('makes one issue, however many of its failures come at the same time', async () => {
    const reports = await Promise.all(Array.from({ length: 10 }, () => report('stampede')))
    expect(reports.map((one) => one.report).toSorted()).toEqual([
      'created',
      ...Array<string>(9).fill('joined'),
    ])
    expect(await report('stampede')).toMatchObject({ report: 'joined', issue: { occurrences: 11 } })
  })

  it('keeps no secret of the error', async () => {
    const error = 'Authorization: Bearer eyJhbGciOiJkaXIiLCJlbmMiOiJBMTI4Q0JDLUhTMjU2In0 Stale Object Error'
    const { issue } = await report('secret', { error })
    expect(issue.error).not.toContain('eyJhbGci')
  })
})

describe('a further failure', () => {
  it('joins the open issue of its record, and is what the issue is about then', async () => {
    await report('again')
    const answer = await post(
      failureOf({
        record: recordOf({ id: 'again', label: 'Invoice 1782', amount: '99.5' }),
        error: 'Please specify the income account',
        occurredAt: '2026-03-03T08:00:00+02:00',
      }),
    )
    expect(answer.status).toBe(200)
    expect(answer.as('FailureReport')).toMatchObject({
      report: 'joined',
      issue: {
        record: { label: 'Invoice 1782', amount: '99.50' },
        error: 'Please specify the income account',
        diagnosis: { item: { slug: 'income-account-missing' } },
        occurrences: 2,
        firstSeenAt: '2026-03-02T09:41:00.000Z',
        lastSeenAt: '2026-03-03T06:00:00.000Z',
        version: 2,
      },
    })
  })

  it('that is older is counted, and leaves what the issue is about', async () => {
    await report('older')
    const { issue } = await report('older', { error: 'something else', occurredAt: '2026-03-01T00:00:00Z' })
    expect(issue).toMatchObject({
      error: failureOf().error,
      occurrences: 2,
      firstSeenAt: '2026-03-01T00:00:00.000Z',
      lastSeenAt: '2026-03-02T09:41:00.000Z',
    })
  })

  it('reopens an issue that was resolved, if it is newer than the success', async () => {
    await report('returns', { occurredAt: hoursAgo(9) })
    await succeed('returns', hoursAgo(6))
    const { report: outcome, issue } = await report('returns', { occurredAt: hoursAgo(3) })
    expect(outcome).toBe('reopened')
    expect(issue).toMatchObject({ status: 'open', closedAt: null, occurrences: 2 })
  })

  it.each([6, 7])('that is no newer than the success, %i hours old, is only counted', async (hours) => {
    await report(`late-${hours}`, { occurredAt: hoursAgo(9) })
    await succeed(`late-${hours}`, hoursAgo(6))
    const { report: outcome, issue } = await report(`late-${hours}`, { occurredAt: hoursAgo(hours) })
    expect(outcome).toBe('counted')
    expect(issue).toMatchObject({ status: 'resolved', closedAt: hoursAgo(6), occurrences: 2 })
  })

  it('of a record that went through before is over if it is older than that', async () => {
    await succeed('went-through', hoursAgo(2))
    const old = await report('went-through', { occurredAt: hoursAgo(3) })
    expect(old).toMatchObject({ report: 'created', issue: { status: 'resolved', closedAt: hoursAgo(2) } })
    const recent = await report('went-through', { occurredAt: hoursAgo(1) })
    expect(recent).toMatchObject({ report: 'reopened', issue: { status: 'open', closedAt: null } })
  })

  it('of a record that is skipped is counted, and nothing more', async () => {
    const { id } = (await report('skipped')).issue
    await skip(id)
    const history = await api.get(`${FIRM}/issues/${id}/history`, host)
    const { report: outcome, issue } = await report('skipped', { occurredAt: hoursAgo(1) })
    expect(outcome).toBe('counted')
    expect(issue).toMatchObject({ status: 'skipped', occurrences: 2, lastSeenAt: hoursAgo(1) })
    expect((await api.get(`${FIRM}/issues/${id}/history`, host)).text).toBe(history.text)
  })
})

describe('a failure that is reported twice', () => {
  it('is known by the name of the try, and changes nothing', async () => {
    const first = await report('twice', { occurrenceId: 'push_1' })
    const second = await report('twice', { occurrenceId: 'push_1', occurredAt: hoursAgo(1), error: 'else' })
    expect(second).toEqual({ report: 'duplicate', issue: first.issue })
    expect((await report('twice', { occurrenceId: 'push_2' })).report).toBe('joined')
  })

  it('counts once, however many reports of it come at the same time', async () => {
    const reports = await Promise.all(
      Array.from({ length: 10 }, () => report('at-once', { occurrenceId: 'push_1' })),
    )
    expect(reports.map((one) => one.report).toSorted()).toEqual([
      'created',
      ...Array<string>(9).fill('duplicate'),
    ])
    expect(reports.every(({ issue }) => issue.occurrences === 1)).toBe(true)
  })

  it('is another try under the same name if it is of another record', async () => {
    await report('name-a', { occurrenceId: 'shared' })
    expect((await report('name-b', { occurrenceId: 'shared' })).report).toBe('created')
  })

  it('is known even after more tries than its issue has room for', async () => {
    for (let i = 0; i < 60; i += 1) await report('many', { occurrenceId: `push_${i}` })
    for (const i of [0, 9, 10, 59]) {
      expect((await report('many', { occurrenceId: `push_${i}` })).report).toBe('duplicate')
    }
    expect((await report('many', { occurrenceId: 'push_60' })).issue.occurrences).toBe(61)
  })
})

describe('a report with an Idempotency-Key', () => {
  const failure = failureOf({ record: recordOf({ id: 'keyed' }) })

  it('is answered as the first time when it is repeated, and done once', async () => {
    const headers = { ...host, 'Idempotency-Key': '"first"' }
    const first = await post(failure, headers)
    expect(first.status).toBe(201)
    expect(first.headers).not.toHaveProperty('idempotent-replayed')
    const again = await post(failure, headers)
    expect(again.status).toBe(201)
    expect(again.headers['idempotent-replayed']).toBe('true')
    expect(again.headers.etag).toBe(first.headers.etag)
    expect(again.text).toBe(first.text)
    const { issue } = first.as('FailureReport')
    expect((await api.get(`${FIRM}/issues/${issue.id}`, host)).as('Issue').occurrences).toBe(1)
  })

  it('may have its key with or without quotes', async () => {
    await post(failure, { ...host, 'Idempotency-Key': 'bare' })
    const again = await post(failure, { ...host, 'Idempotency-Key': '"bare"' })
    expect(again.headers['idempotent-replayed']).toBe('true')
  })

  it('is refused under the key of another report', async () => {
    const headers = { ...host, 'Idempotency-Key': 'taken' }
    await post(failure, headers)
    const other = await post({ ...failure, httpStatus: 500 }, headers)
    expect(other.status).toBe(422)
    expect(other.as('Problem').code).toBe('idempotency-key-reused')
  })

  it('has a key that is its caller’s own, and its firm’s', async () => {
    const headers = { ...host, 'Idempotency-Key': 'mine' }
    await post(failure, headers)
    const stranger = { ...(await headersOf(stores, 'integrator')), 'Idempotency-Key': 'mine' }
    expect((await post(failure, stranger)).headers).not.toHaveProperty('idempotent-replayed')
    await addFirm(api, stores, 'gamma')
    expect((await api.post('/v1/firms/gamma/failures', failure, headers)).status).toBe(201)
  })

  it('may be put right under the same key if it was refused', async () => {
    const headers = { ...host, 'Idempotency-Key': 'wrong-first' }
    const wrong = { ...failure, occurredAt: hoursAgo(-48) }
    expect((await post(wrong, headers)).status).toBe(400)
    expect((await post(failure, headers)).status).toBe(200)
  })

  it('is a new one after 72 hours', async () => {
    const headers = { ...host, 'Idempotency-Key': 'old' }
    await post(failure, headers)
    const hour = 60 * 60 * 1000
    time = NOW.getTime() + 72 * hour - 1
    expect((await post(failure, headers)).headers['idempotent-replayed']).toBe('true')
    time = NOW.getTime() + 72 * hour
    expect((await post(failure, headers)).headers).not.toHaveProperty('idempotent-replayed')
    time = NOW.getTime()
  })

  it.each(['"', '"half', 'has blank', `"${'x'.repeat(256)}"`, ''])(
    'is refused under the key %s',
    async (key) => {
      const answer = await post(failure, { ...host, 'Idempotency-Key': key })
      expect(faultsIn(answer)).toEqual(['header /Idempotency-Key pattern'])
    },
  )
})

describe('an amount', () => {
  it.each([
    ['1250', 'USD', '1250.00'],
    ['-0.5', 'EUR', '-0.50'],
    ['-0', 'USD', '0.00'],
    ['1250.500000', 'USD', '1250.50'],
    ['1250', 'JPY', '1250'],
    ['1250.000', 'JPY', '1250'],
    ['1.234', 'BHD', '1.234'],
    ['1250.75', 'COP', '1250.75'],
    ['10.25', 'HUF', '10.25'],
    ['0.001', 'IQD', '0.001'],
    ['99999999999.99', 'USD', '99999999999.99'],
  ])('of %s in %s is told as %s', async (amount, currency, told) => {
    const { issue } = await report(`money-${amount}-${currency}`, {
      record: recordOf({ id: `money-${amount}-${currency}`, amount, currency }),
    })
    expect(issue.record).toMatchObject({ amount: told, currency })
  })

  it('is in the currency of the firm if nothing is said of that', async () => {
    await api.ask('put', '/v1/firms/kyoto', { body: { name: 'Kyoto', currency: 'JPY' }, headers: host })
    const { currency, ...record } = recordOf({ amount: '300' })
    const answer = await api.post('/v1/firms/kyoto/failures', failureOf({ record }), host)
    expect(answer.as('FailureReport').issue.record).toMatchObject({ amount: '300', currency: 'JPY' })
  })

  it('that is null is none, and says nothing of a currency', async () => {
    const { issue } = await report('no-money', { record: recordOf({ id: 'no-money', amount: null }) })
    expect(issue.record).toMatchObject({ amount: null, currency: null })
  })

  it.each([
    ['1.005', 'USD', 'amount amount'],
    ['1.5', 'JPY', 'amount amount'],
    ['1.2345', 'BHD', 'amount amount'],
    ['1.00', 'QQQ', 'currency unknown'],
    ['1,5', 'USD', 'amount pattern'],
    ['1.', 'USD', 'amount pattern'],
    ['1e3', 'USD', 'amount pattern'],
    ['12345678901234', 'USD', 'amount pattern'],
    ['1.00', 'usd', 'currency pattern'],
  ])('of %s in %s is refused', async (amount, currency, fault) => {
    const record = recordOf({ id: 'bad-money', amount, currency })
    const faults = faultsIn(await post(failureOf({ record })))
    expect(faults).toContain(`body /record/${fault}`)
  })
})

describe('a failure is refused', () => {
  const nested = (levels: number) =>
    JSON.parse('{"a":'.repeat(levels) + '1' + '}'.repeat(levels)) as Record<string, unknown>

  it.each([
    ['without a time', { occurredAt: undefined }, 'body /occurredAt required'],
    ['on a day that does not exist', { occurredAt: '2026-02-30T10:00:00Z' }, 'body /occurredAt format'],
    ['at an hour that does not exist', { occurredAt: '2026-03-02T25:00:00Z' }, 'body /occurredAt format'],
    [
      'at a second that no clock of ours tells',
      { occurredAt: '2016-12-31T23:59:60Z' },
      'body /occurredAt format',
    ],
    ['before the first year', { occurredAt: '0000-01-01T00:00:00+01:00' }, 'body /occurredAt format'],
    ['at a time without an offset', { occurredAt: '2026-03-02T10:00:00' }, 'body /occurredAt format'],
    ['more than a day ahead', { occurredAt: hoursAgo(-24.001) }, 'body /occurredAt future'],
    ['without an error', { error: undefined }, 'body /error required'],
    ['without a record', { record: undefined }, 'body /record required'],
    ['with an id of a try that is none', { occurrenceId: 'a b' }, 'body /occurrenceId pattern'],
    ['with a payload of more than 64 KiB', { payload: { a: 'x'.repeat(65_536) } }, 'body /payload size'],
    ['with a payload of 61 levels', { payload: nested(61) }, 'body /payload nesting'],
    ['with an error of 61 levels', { error: nested(61) }, 'body /error nesting'],
    ['with a payload that is text', { payload: 'x' }, 'body /payload type'],
    [
      'on a document of a day that does not exist',
      { record: { ...recordOf(), date: '2026-02-29' } },
      'body /record/date format',
    ],
    ['of a record without a label', { record: { ...recordOf(), label: '' } }, 'body /record/label minLength'],
    [
      'of a record at an address that is no page',
      { record: { ...recordOf(), url: 'javascript:1' } },
      'body /record/url pattern',
    ],
    ['with a member that is not known', { firm: 'acme' }, 'body /firm additionalProperties'],
  ])('%s, and nothing is kept of it', async (_name, changes, fault) => {
    const before = (await api.get(`${FIRM}/issues/summary`, host)).text
    const answer = await post({ ...failureOf({ occurrenceId: 'refused' }), ...changes })
    expect(faultsIn(answer)).toContain(fault)
    expect((await api.get(`${FIRM}/issues/summary`, host)).text).toBe(before)
  })

  it('for all that is wrong at once', async () => {
    const record = recordOf({ amount: '1.005' })
    const answer = await post(failureOf({ record, occurredAt: hoursAgo(-25), payload: nested(61) }))
    expect(faultsIn(answer)).toEqual([
      'body /occurredAt future',
      'body /record/amount amount',
      'body /payload nesting',
    ])
  })

  it('just beyond, and not at, the limits', async () => {
    const payload = { a: 'x'.repeat(65_536 - '{"a":""}'.length) }
    expect((await report('limits', { payload, occurredAt: hoursAgo(-24) })).report).toBe('created')
    expect((await report('limits', { payload: nested(60) })).report).toBe('joined')
  })

  it.each([
    ['error', '[', ']'],
    ['payload', '{"a":[', ']}'],
  ])('with an %s of 100,000 levels, also under an Idempotency-Key', async (member, open, close) => {
    const rest = JSON.stringify({ ...failureOf(), [member]: 'DEEP' })
    const body = rest.replace('"DEEP"', open.repeat(100_000) + close.repeat(100_000))
    for (const headers of [host, { ...host, 'Idempotency-Key': `deep-${member}` }]) {
      expect(faultsIn(await post(body, headers))).toEqual(['body  nesting'])
    }
    expect(bugs).toEqual([])
  })

  it('where its firm is not there', async () => {
    expect((await api.post('/v1/firms/nobody/failures', failureOf(), host)).status).toBe(404)
  })

  it('with more than 2 MiB, and as another media type', async () => {
    expect((await post(failureOf({ error: 'x'.repeat(2 ** 21) }))).status).toBe(413)
    expect((await post('<x/>', { ...host, 'Content-Type': 'application/xml' })).status).toBe(415)
    expect((await post('{')).as('Problem').code).toBe('invalid-json')
  })
})

describe('a failure of texts that cannot be written', () => {
  it('is kept as far as they can', async () => {
    const half = (key: string) => `"${key}":"a\\ud83d\\u0000"`
    const body =
      `{"error":"half \\ud83d","occurredAt":"${hoursAgo(1)}",` +
      `"record":{"type":"invoice","id":"half",${half('label')},"client":{"id":"c",${half('name')}}}}`
    const { issue } = (await post(body)).as('FailureReport')
    expect(issue.record).toMatchObject({ label: 'a\ufffd\0', client: { name: 'a\ufffd\0' } })
    expect(issue.error).toBe('half \ufffd')
    expect(await anIssue(api, host, 'half', { occurredAt: hoursAgo(0) })).toMatchObject({ occurrences: 2 })
  })

  it('is cut where its error is very long, but diagnosed as a whole', async () => {
    const error = `${'. '.repeat(50_000)}Please specify the income account`
    const { issue } = await report('long', { error })
    expect(issue.error.length).toBe(65_536)
    expect(issue.diagnosis.item?.slug).toBe('income-account-missing')
  })
})

describe('who may report a failure', () => {
  itIsOnlyFor(service, { method: 'post', address: ADDRESS }, ['integrator'])
})
