import { describe, expect, it } from '@jest/globals'
import { roles } from '../../src/domain/role.ts'
import { startService } from '../support/api-client.ts'
import { pagesOf } from '../support/pages.ts'
import { faultsIn, itIsOnlyFor } from '../support/refusals.ts'
import { addFirm, failureOf, headersOf, hoursAgo, NOW, recordOf } from '../support/tenant.ts'

const FIRM = '/v1/firms/acme'
const ADDRESS = `${FIRM}/issues`

const service = await startService({}, { now: () => NOW })
const { api, stores } = service
const host = await addFirm(api, stores)
await addFirm(api, stores, 'beta')
await api.post('/v1/firms/beta/failures', failureOf({ record: recordOf({ id: 'of-beta' }) }), host)

const INCOME = 'Please specify the income account'

/** Eight issues, of which two are seen at the same time, and two first seen at the same time. */
const failures = [
  failureOf({
    record: recordOf({
      id: 'inv_1',
      label: 'Facture Éclair n° 77',
      client: { id: 'c_1', name: 'Société Générale d’Été' },
    }),
    occurredAt: hoursAgo(8),
  }),
  failureOf({ record: recordOf({ id: 'inv_2' }), occurredAt: hoursAgo(7) }),
  failureOf({ record: recordOf({ id: 'pay_3', type: 'payment' }), occurredAt: hoursAgo(7) }),
  failureOf({
    record: recordOf({ id: 'srv_4', type: 'service', client: { id: 'K99', name: 'Northwind LLC' } }),
    error: INCOME,
    occurredAt: hoursAgo(6),
  }),
  failureOf({
    record: recordOf({ id: 'exp_5', type: 'expense' }),
    error: 'who knows',
    occurredAt: hoursAgo(5),
  }),
  failureOf({ record: recordOf({ id: 'inv_6' }), httpStatus: 503, error: 'x', occurredAt: hoursAgo(4) }),
  failureOf({ record: recordOf({ id: 'inv_7', client: null }), occurredAt: hoursAgo(3) }),
  failureOf({ record: recordOf({ id: 'inv_8' }), occurredAt: hoursAgo(2) }),
  // The oldest is seen once more, as the last of all.
  failureOf({
    record: recordOf({
      id: 'inv_1',
      label: 'Facture Éclair n° 77',
      client: { id: 'c_1', name: 'Société Générale d’Été' },
    }),
    occurredAt: hoursAgo(1),
  }),
]
await api.post(`${FIRM}/failures/batch`, { failures }, host)
await api.post(
  `${FIRM}/successes`,
  { record: { type: 'invoice', id: 'inv_7' }, occurredAt: hoursAgo(1) },
  host,
)
const all = (await api.get(ADDRESS, host)).as('IssueList').data
const issueOf = (recordId: string) => all.find(({ record }) => record.id === recordId)
await api.post(`${ADDRESS}/${issueOf('inv_8')?.id}/actions`, { kind: 'skip' }, host)

/** The ids of the records on a page, without order. */
async function idsOf(query: string): Promise<readonly string[]> {
  const { data } = (await api.get(`${ADDRESS}?${query}`, host)).as('IssueList')
  return data.map(({ record }) => record.id).toSorted()
}

/** Records whose issues are equal by what they are sorted by, in the order of the issues' ids. */
function tied(...recordIds: readonly string[]): readonly string[] {
  return recordIds.toSorted((a, b) => ((issueOf(a)?.id ?? '') < (issueOf(b)?.id ?? '') ? -1 : 1))
}

const newestFirst = [
  'inv_1',
  'inv_8',
  'inv_7',
  'inv_6',
  'exp_5',
  'srv_4',
  ...tied('inv_2', 'pay_3').toReversed(),
]
const firstSeen = ['inv_1', ...tied('inv_2', 'pay_3'), 'srv_4', 'exp_5', 'inv_6', 'inv_7', 'inv_8']

const orders = {
  '-lastSeenAt': newestFirst,
  lastSeenAt: newestFirst.toReversed(),
  '-firstSeenAt': firstSeen.toReversed(),
  firstSeenAt: firstSeen,
} as const

describe('the list of issues', () => {
  it('holds the issues of this firm alone, the newest first, as each is told alone', async () => {
    expect(all.map(({ record }) => record.id)).toEqual(newestFirst)
    const { data } = (await api.get(ADDRESS, host)).as('IssueList')
    for (const issue of data) {
      expect((await api.get(`${ADDRESS}/${issue.id}`, host)).as('Issue')).toEqual(issue)
    }
  })

  it('is empty where there are none', async () => {
    await addFirm(api, stores, 'empty')
    const answer = await api.get('/v1/firms/empty/issues', host)
    expect(answer.as('IssueList')).toEqual({ data: [], nextCursor: null })
  })

  it('says what the reader may do, which for staff and support is nothing', async () => {
    for (const role of roles) {
      const headers = await headersOf(stores, role, 'acme')
      const { data } = (await api.get(`${ADDRESS}?status=open`, headers)).as('IssueList')
      const may = data.map(({ allowedActions }) => allowedActions.some(({ allowed }) => allowed))
      expect(new Set(may)).toEqual(new Set([role !== 'staff' && role !== 'support']))
    }
  })

  it('names the errors in the language that is asked for', async () => {
    const [en, fr] = await Promise.all(
      ['en', 'fr'].map(async (lang) => (await api.get(`${ADDRESS}?lang=${lang}`, host)).as('IssueList')),
    )
    expect(en?.data[0]?.diagnosis.item?.title).not.toBe(fr?.data[0]?.diagnosis.item?.title)
  })
})

describe('the order', () => {
  const cases = Object.entries(orders).flatMap(([sort, ids]) =>
    [1, 2, 3, 7, 8, 200].map((limit) => ({ sort, ids, limit })),
  )

  it.each(cases)('by $sort neither repeats nor skips in pages of $limit', async ({ sort, ids, limit }) => {
    const pages = await pagesOf(api, `${ADDRESS}?sort=${sort}&limit=${limit}`, host)
    expect(pages.flat()).toEqual(ids)
    for (const page of pages.slice(0, -1)) expect(page).toHaveLength(limit)
    expect(pages).toHaveLength(Math.ceil(ids.length / limit))
  })

  it.each(['status=open', 'recordType=invoice', 'search=invoice', 'status=open&search=inv'])(
    'is kept from page to page of %s',
    async (filter) => {
      const whole = (await pagesOf(api, `${ADDRESS}?${filter}`, host)).flat()
      expect(whole.length).toBeGreaterThan(2)
      expect((await pagesOf(api, `${ADDRESS}?${filter}&limit=1`, host)).flat()).toEqual(whole)
    },
  )

  it('shows no issue twice that is seen again while somebody reads on', async () => {
    await addFirm(api, stores, 'moving')
    const at = '/v1/firms/moving'
    const report = (id: string, hours: number) =>
      api.post(`${at}/failures`, failureOf({ record: recordOf({ id }), occurredAt: hoursAgo(hours) }), host)
    for (const [i, id] of ['a', 'b', 'c', 'd'].entries()) await report(id, 8 - i)
    const first = (await api.get(`${at}/issues?limit=2`, host)).as('IssueList')
    await report('c', 1)
    const rest = (await api.get(`${at}/issues?limit=2&cursor=${first.nextCursor}`, host)).as('IssueList')
    expect([...first.data, ...rest.data].map(({ record }) => record.id)).toEqual(['d', 'c', 'b', 'a'])
  })
})

describe('the filters', () => {
  it.each([
    ['status=open', ['exp_5', 'inv_1', 'inv_2', 'inv_6', 'pay_3', 'srv_4']],
    ['status=resolved', ['inv_7']],
    ['status=skipped', ['inv_8']],
    ['status=deleted', []],
    ['recordType=payment', ['pay_3']],
    ['recordType=invoice&status=open', ['inv_1', 'inv_2', 'inv_6']],
    ['item=income-account-missing', ['srv_4']],
    ['item=unrecognized', ['exp_5', 'inv_6']],
    ['item=no-such-item', []],
    ['retry=config_fix', ['srv_4']],
    ['retry=user_fix&recordType=payment', ['pay_3']],
    ['retry=transient', ['inv_6']],
  ])('%s', async (query, ids) => {
    expect(await idsOf(query)).toEqual(ids)
  })

  it.each([
    ['from is the first moment', `from=${hoursAgo(3)}`, ['inv_1', 'inv_7', 'inv_8']],
    ['to is the last', `to=${hoursAgo(6)}`, ['inv_2', 'pay_3', 'srv_4']],
    ['both are a span', `from=${hoursAgo(6)}&to=${hoursAgo(4)}`, ['exp_5', 'inv_6', 'srv_4']],
    ['a span may be empty', `from=${hoursAgo(4)}&to=${hoursAgo(6)}`, []],
    ['they are of what is sorted by', `to=${hoursAgo(7)}&sort=firstSeenAt`, ['inv_1', 'inv_2', 'pay_3']],
    ['they may have an offset', 'from=2026-03-05T13%3A00%3A00%2B02:00', ['inv_1']],
  ])('of time: %s', async (_name, query, ids) => {
    expect(await idsOf(query)).toEqual(ids)
  })
})

describe('the search', () => {
  it.each([
    ['the beginning of a word of the label', 'fact', ['inv_1']],
    ['a word with or without its accents', 'eclair', ['inv_1']],
    ['a word with an accent that the label lacks', 'ÉCLAÎR', ['inv_1']],
    ['a number of the label', '77', ['inv_1']],
    ['the client', 'societe%20gen', ['inv_1']],
    ['a word after an apostrophe', 'ete', ['inv_1']],
    ['the id of the client', 'k99', ['srv_4']],
    ['the id of the record', 'srv_4', ['srv_4']],
    ['what was captured from the error', '3188%20pay', ['pay_3']],
    ['words in any order, all of which must be there', 'generale%20facture', ['inv_1']],
    ['no word where one of them is missing', 'generale%20payment', []],
    ['no middle of a word', 'clair', []],
    ['nothing where nothing can be found by', '%22%20%E2%80%94', []],
    ['nothing for what only looks like a pattern', '%25', []],
  ])('finds %s', async (_name, search, ids) => {
    expect(await idsOf(`search=${search}`)).toEqual(ids)
  })

  it.each(['search=', 'search=%20'])('finds everything where nothing is looked for: %s', async (query) => {
    expect(await idsOf(query)).toHaveLength(8)
  })

  it('goes together with filters and times', async () => {
    expect(await idsOf(`search=northwind&status=open&from=${hoursAgo(5)}`)).toEqual(['exp_5', 'inv_6'])
  })

  it('follows a record whose label changes', async () => {
    await addFirm(api, stores, 'changing')
    const at = '/v1/firms/changing'
    const report = (label: string, hours: number) => {
      const failure = failureOf({ record: recordOf({ label }), occurredAt: hoursAgo(hours) })
      return api.post(`${at}/failures`, failure, host)
    }
    const found = async (word: string) =>
      (await api.get(`${at}/issues?search=${word}`, host)).as('IssueList').data.length
    await report('Draft', 3)
    await report('Final', 2)
    expect([await found('draft'), await found('final')]).toEqual([0, 1])
  })

  it('finds nothing of a firm that is deleted and comes back', async () => {
    await addFirm(api, stores, 'gone')
    await api.post('/v1/firms/gone/failures', failureOf(), host)
    await api.ask('delete', '/v1/firms/gone', { headers: host })
    await addFirm(api, stores, 'gone')
    expect((await api.get('/v1/firms/gone/issues?search=northwind', host)).as('IssueList').data).toEqual([])
  })
})

describe('the list of issues is refused', () => {
  const cursor = async (query: string) =>
    String((await api.get(`${ADDRESS}?limit=1&${query}`, host)).as('IssueList').nextCursor)

  it('under a cursor of another order', async () => {
    const query = `sort=firstSeenAt&cursor=${await cursor('sort=-firstSeenAt')}`
    expect(faultsIn(await api.get(`${ADDRESS}?${query}`, host))).toEqual(['query /cursor cursor'])
  })

  it.each(['nonsense', 'W10', Buffer.from('["-lastSeenAt",1,2]').toString('base64url'), '%00'])(
    'under the cursor %s, which is none',
    async (made) => {
      expect(faultsIn(await api.get(`${ADDRESS}?cursor=${made}`, host))).toEqual(['query /cursor cursor'])
    },
  )

  it.each([
    ['from=2026-02-30T00:00:00Z', 'query /from format'],
    ['from=yesterday', 'query /from format'],
    ['to=2016-12-31T23:59:60Z', 'query /to format'],
    ['to=0000-01-01T00:00:00%2B01:00', 'query /to format'],
    ['status=closed', 'query /status enum'],
    ['recordType=Invoice', 'query /recordType enum'],
    ['item=No%20Item', 'query /item pattern'],
    ['retry=always', 'query /retry enum'],
    ['sort=amount', 'query /sort enum'],
    ['limit=0', 'query /limit minimum'],
    ['limit=1.5', 'query /limit type'],
    [`search=${'x'.repeat(101)}`, 'query /search maxLength'],
    ['client=c_7', 'query /client additionalProperties'],
  ])('for %s', async (query, fault) => {
    expect(faultsIn(await api.get(`${ADDRESS}?${query}`, host))).toEqual([fault])
  })

  it('for a filter that is said twice', async () => {
    expect((await api.get(`${ADDRESS}?status=open&status=skipped`, host)).status).toBe(400)
  })

  it('where its firm is not there', async () => {
    expect((await api.get('/v1/firms/nobody/issues', host)).status).toBe(404)
  })
})

describe('who may list issues', () => {
  itIsOnlyFor(service, { method: 'get', address: ADDRESS }, roles)
})
