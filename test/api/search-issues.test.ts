import { describe, expect, it } from '@jest/globals'
import { startService } from '../support/api-client.ts'
import { pagesOf } from '../support/pages.ts'
import { faultsIn, itIsOnlyFor } from '../support/refusals.ts'
import { addFirm, failureOf, headersOf, hoursAgo, NOW, recordOf } from '../support/tenant.ts'

const ADDRESS = '/v1/issues'

const service = await startService({}, { now: () => NOW })
const { api, stores } = service
const support = await headersOf(stores, 'support')

const host = await addFirm(api, stores, 'acme')
await addFirm(api, stores, 'beta')
/** Issues of two firms, by turns, the oldest first; the last two are seen at the same time. */
for (const [i, hours] of [6, 5, 4, 3, 2, 2].entries()) {
  const [type, error] =
    i === 2 ? (['service', 'Please specify the income account'] as const) : (['invoice', 'x'] as const)
  const record = recordOf({ id: `r_${i}`, type, client: { id: 'c', name: 'Zoë Müller' } })
  const failure = failureOf({ record, error, occurredAt: hoursAgo(hours) })
  await api.post(`/v1/firms/${i % 2 === 0 ? 'acme' : 'beta'}/failures`, failure, host)
}
await api.post(
  '/v1/firms/beta/successes',
  { record: { type: 'invoice', id: 'r_1' }, occurredAt: NOW.toISOString() },
  host,
)

async function found(query: string, headers = support): Promise<readonly string[]> {
  const { data } = (await api.get(`${ADDRESS}?${query}`, headers)).as('IssueList')
  return data.map(({ firmId, record }) => `${firmId} ${record.id}`)
}

describe('support', () => {
  it('finds the issues of all firms, the newest first', async () => {
    const ids = await found('search=zoe')
    expect(ids.slice(2)).toEqual(['beta r_3', 'acme r_2', 'beta r_1', 'acme r_0'])
    expect(ids.slice(0, 2).toSorted()).toEqual(['acme r_4', 'beta r_5'])
  })

  it.each([1, 2, 4, 5])('finds the same in pages of %i', async (limit) => {
    const whole = (await pagesOf(api, `${ADDRESS}?search=zoe`, support)).flat()
    const pages = await pagesOf(api, `${ADDRESS}?search=zoe&limit=${limit}`, support)
    expect(pages.flat()).toEqual(whole)
    expect(pages).toHaveLength(Math.ceil(6 / limit))
  })

  it.each([
    ['search=muller%20r_3', ['beta r_3']],
    ['search=ZO%C3%8B%20in&recordType=service', ['acme r_2']],
    ['search=zo&status=resolved', ['beta r_1']],
    ['search=zo&item=income-account-missing', ['acme r_2']],
    ['search=nobody', []],
    ['search=--', []],
  ])('finds %s', async (query, ids) => {
    expect(await found(query)).toEqual(ids)
  })

  it('of one firm finds the issues of that firm alone', async () => {
    const ids = await found('search=zoe', await headersOf(stores, 'support', 'beta'))
    expect(ids).toEqual(['beta r_5', 'beta r_3', 'beta r_1'])
  })

  it('may do nothing about what it finds', async () => {
    const { data } = (await api.get(`${ADDRESS}?search=zoe`, support)).as('IssueList')
    const actions = data.flatMap(({ allowedActions }) => allowedActions)
    expect(new Set(actions.map(({ reason }) => reason))).toEqual(new Set(['role-may-not']))
  })
})

describe('a search is refused', () => {
  it.each([
    ['', 'query /search required'],
    ['search=z', 'query /search minLength'],
    [`search=${'z'.repeat(101)}`, 'query /search maxLength'],
    ['search=zoe&status=lost', 'query /status enum'],
    ['search=zoe&sort=lastSeenAt', 'query /sort additionalProperties'],
    ['search=zoe&cursor=nonsense', 'query /cursor cursor'],
  ])('for "%s"', async (query, fault) => {
    expect(faultsIn(await api.get(`${ADDRESS}?${query}`, support))).toEqual([fault])
  })

  it('under a cursor of another order', async () => {
    const list = await api.get('/v1/firms/acme/issues?limit=1&sort=firstSeenAt', support)
    const { nextCursor } = list.as('IssueList')
    const answer = await api.get(`${ADDRESS}?search=zoe&cursor=${nextCursor}`, support)
    expect(faultsIn(answer)).toEqual(['query /cursor cursor'])
  })
})

describe('who may search all firms', () => {
  itIsOnlyFor(service, { method: 'get', address: `${ADDRESS}?search=zoe` }, ['support'])
})
