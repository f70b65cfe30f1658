import { describe, expect, it } from '@jest/globals'
import { roles } from '../../src/domain/role.ts'
import { startService } from '../support/api-client.ts'
import { itIsOnlyFor } from '../support/refusals.ts'
import { addFirm, failureOf, hoursAgo, NOW, recordOf } from '../support/tenant.ts'

const service = await startService({}, { now: () => NOW })
const { api, stores } = service
const host = await addFirm(api, stores)

async function summary(firmId: string) {
  return (await api.get(`/v1/firms/${firmId}/issues/summary`, host)).as('IssueSummary')
}

/** A firm with an open issue of each of these amounts, the first seen last. */
async function withAmounts(firmId: string, amounts: readonly (readonly [string | null, string])[]) {
  await addFirm(api, stores, firmId)
  const failures = amounts.map(([amount, currency], i) =>
    failureOf({
      record: recordOf({ id: `r_${i}`, amount, currency }),
      occurredAt: hoursAgo(i + 1),
    }),
  )
  await api.post(`/v1/firms/${firmId}/failures/batch`, { failures }, host)
}

const report = (firmId: string, changes: Parameters<typeof failureOf>[0]) =>
  api.post(`/v1/firms/${firmId}/failures`, failureOf(changes), host)
const succeed = (firmId: string, id: string) =>
  api.post(
    `/v1/firms/${firmId}/successes`,
    { record: { type: 'invoice', id }, occurredAt: NOW.toISOString() },
    host,
  )

describe('the summary', () => {
  it('of a firm without issues says that there are none', async () => {
    await addFirm(api, stores, 'empty')
    expect(await summary('empty')).toEqual({
      open: 0,
      oldestOpenAt: null,
      counts: [],
      atStake: [],
      asOf: NOW.toISOString(),
    })
  })

  it('counts issues by their record type, item and status', async () => {
    await withAmounts('counting', [
      ['1', 'USD'],
      ['2', 'EUR'],
      [null, 'USD'],
    ])
    await report('counting', { record: recordOf({ id: 'p', type: 'payment' }) })
    await report('counting', { record: recordOf({ id: 'x' }), error: 'who knows' })
    await succeed('counting', 'r_0')
    const { open, counts } = await summary('counting')
    expect(open).toBe(4)
    const number = 'duplicate-document-number'
    expect(counts).toHaveLength(4)
    expect(counts).toEqual(
      expect.arrayContaining([
        { recordType: 'invoice', item: number, status: 'open', count: 2 },
        { recordType: 'invoice', item: number, status: 'resolved', count: 1 },
        { recordType: 'payment', item: number, status: 'open', count: 1 },
        { recordType: 'invoice', item: 'unrecognized', status: 'open', count: 1 },
      ]),
    )
  })

  it('counts an issue once, however often it fails', async () => {
    await addFirm(api, stores, 'often')
    for (const hours of [3, 2, 1]) await report('often', { occurredAt: hoursAgo(hours) })
    expect(await summary('often')).toMatchObject({
      open: 1,
      atStake: [{ currency: 'USD', amount: '1250.00', count: 1 }],
    })
  })

  it('tells the oldest open issue by when it was first seen, not those that are over', async () => {
    await withAmounts('aging', [
      ['1', 'USD'],
      ['1', 'USD'],
      ['1', 'USD'],
    ])
    expect((await summary('aging')).oldestOpenAt).toBe(hoursAgo(3))
    await succeed('aging', 'r_2')
    expect((await summary('aging')).oldestOpenAt).toBe(hoursAgo(2))
    await report('aging', { record: recordOf({ id: 'r_0' }), occurredAt: hoursAgo(9) })
    expect((await summary('aging')).oldestOpenAt).toBe(hoursAgo(9))
  })

  it('is of this firm alone', async () => {
    await withAmounts('mine', [['1', 'USD']])
    await withAmounts('theirs', [['2', 'USD']])
    expect((await summary('mine')).atStake).toEqual([{ currency: 'USD', amount: '1.00', count: 1 }])
  })
})

describe('the amounts at stake', () => {
  it.each([
    [
      'cents that floating point would lose',
      [
        ['0.10', 'USD'],
        ['0.20', 'USD'],
        ['-0.05', 'USD'],
      ],
      '0.25',
    ],
    [
      'amounts without decimals',
      [
        ['1250', 'JPY'],
        ['1', 'JPY'],
      ],
      '1251',
    ],
    [
      'three decimals',
      [
        ['0.001', 'BHD'],
        ['1.5', 'BHD'],
      ],
      '1.501',
    ],
    [
      'more than a number of dollars holds to the cent',
      [
        ['99999999999.99', 'USD'],
        ['0.01', 'USD'],
      ],
      '100000000000.00',
    ],
    [
      'refunds that outweigh the rest',
      [
        ['-10.00', 'EUR'],
        ['9.99', 'EUR'],
      ],
      '-0.01',
    ],
  ] as const)('are exact for %s', async (name, amounts, sum) => {
    const firmId = `exact-${name.length}`
    await withAmounts(firmId, amounts)
    const [, currency] = amounts[0]
    expect((await summary(firmId)).atStake).toEqual([{ currency, amount: sum, count: amounts.length }])
  })

  it('are told by currency, and leave out records without an amount', async () => {
    await withAmounts('mixed', [
      ['1.00', 'USD'],
      ['100', 'JPY'],
      ['2.00', 'USD'],
      ['0.125', 'BHD'],
      [null, 'CAD'],
    ])
    const { open, atStake } = await summary('mixed')
    expect(open).toBe(5)
    expect(atStake.toSorted((a, b) => (a.currency < b.currency ? -1 : 1))).toEqual([
      { currency: 'BHD', amount: '0.125', count: 1 },
      { currency: 'JPY', amount: '100', count: 1 },
      { currency: 'USD', amount: '3.00', count: 2 },
    ])
  })

  it('are those of open issues, of all their errors and types', async () => {
    await withAmounts('statuses', [
      ['1.00', 'USD'],
      ['2.00', 'USD'],
      ['4.00', 'USD'],
    ])
    await report('statuses', { record: recordOf({ id: 'p', type: 'payment', amount: '8.00' }), error: 'x' })
    await succeed('statuses', 'r_0')
    const { data } = (await api.get('/v1/firms/statuses/issues', host)).as('IssueList')
    const skipped = data.find(({ record }) => record.id === 'r_1')
    await api.post(`/v1/firms/statuses/issues/${skipped?.id}/actions`, { kind: 'skip' }, host)
    expect((await summary('statuses')).atStake).toEqual([{ currency: 'USD', amount: '12.00', count: 2 }])
  })
})

describe('a summary is refused', () => {
  it('where its firm is not there', async () => {
    expect((await api.get('/v1/firms/nobody/issues/summary', host)).status).toBe(404)
  })
})

describe('who may read the summary', () => {
  itIsOnlyFor(service, { method: 'get', address: '/v1/firms/acme/issues/summary' }, roles)
})
