import { describe, expect, it } from '@jest/globals'
import { roles } from '../../src/domain/role.ts'
import { type Schemas, startService } from '../support/api-client.ts'
import { faultsIn, itIsOnlyFor } from '../support/refusals.ts'
import { addFirm, anIssue, failureOf, hoursAgo, NOW, recordOf, sessionOf } from '../support/tenant.ts'

const FIRM = '/v1/firms/acme'
const ERRORS = ['Please specify the income account', 'who knows'] as const

let time = NOW.getTime()
const service = await startService({}, { now: () => new Date(time) })
const { api, stores } = service
const host = await addFirm(api, stores)
const keyId = String(host.Authorization).split('_')[1]
const key = { type: 'key', id: keyId, via: null }

const addressOf = (issueId: string) => `${FIRM}/issues/${issueId}/history`

async function page(issueId: string, query = '') {
  return (await api.get(`${addressOf(issueId)}${query}`, host)).as('HistoryPage')
}

/** An issue with so many lines of history: its error is another one each time. */
async function withHistory(recordId: string, lines: number): Promise<Schemas['Issue']> {
  const failures = Array.from({ length: lines }, (_, i) =>
    failureOf({
      record: recordOf({ id: recordId }),
      error: ERRORS[i % 2] ?? '',
      occurredAt: new Date(NOW.getTime() + i * 1000).toISOString(),
    }),
  )
  await api.post(`${FIRM}/failures/batch`, { failures }, host)
  return anIssue(api, host, recordId, { occurredAt: hoursAgo(24), error: 'older than all' })
}

const upTo = (newest: number, oldest = 1) => Array.from({ length: newest - oldest + 1 }, (_, i) => newest - i)

describe('the history of an issue', () => {
  it('tells who did what and what became of it, the newest first', async () => {
    time = NOW.getTime() - 4_000
    const { id } = await anIssue(api, host, 'story', { occurredAt: hoursAgo(9) })
    const owner = await sessionOf(service)
    time += 1_000
    const body = { kind: 'skip', note: 'Entered by hand' }
    const skip = (await api.post(`${FIRM}/issues/${id}/actions`, body, owner)).as('Action')
    time += 1_000
    const reopen = (await api.post(`${FIRM}/issues/${id}/actions`, { kind: 'reopen' }, host)).as('Action')
    time += 1_000
    const success = { record: { type: 'invoice', id: 'story' }, occurredAt: hoursAgo(5) }
    await api.post(`${FIRM}/successes`, success, host)
    time += 1_000
    await anIssue(api, host, 'story', { occurredAt: hoursAgo(1), error: 'who knows' })
    const item = 'duplicate-document-number'
    const unsent = { reason: null, intuitTid: null }
    const nothing = { ...unsent, note: null, actionId: null }
    const at = (seconds: number) => new Date(NOW.getTime() - seconds * 1_000).toISOString()
    const member = { type: 'member', id: 'mem_1', via: null }
    expect(await page(id)).toEqual({
      data: [
        {
          number: 5,
          at: at(0),
          actor: key,
          event: 'failure',
          from: 'resolved',
          to: 'open',
          item: null,
          ...nothing,
        },
        {
          number: 4,
          at: at(1),
          actor: key,
          event: 'success',
          from: 'open',
          to: 'resolved',
          item,
          ...nothing,
        },
        {
          number: 3,
          at: at(2),
          actor: key,
          event: 'reopen',
          from: 'skipped',
          to: 'open',
          item,
          ...unsent,
          note: null,
          actionId: reopen.id,
        },
        {
          number: 2,
          at: at(3),
          actor: member,
          event: 'skip',
          from: 'open',
          to: 'skipped',
          item,
          ...unsent,
          note: body.note,
          actionId: skip.id,
        },
        { number: 1, at: at(4), actor: key, event: 'failure', from: null, to: 'open', item, ...nothing },
      ],
      nextCursor: null,
    })
  })

  it('has a line for a further failure only if the error is another', async () => {
    const { id } = await anIssue(api, host, 'same')
    await anIssue(api, host, 'same', { occurredAt: hoursAgo(3) })
    expect((await page(id)).data).toHaveLength(1)
    await anIssue(api, host, 'same', { occurredAt: hoursAgo(2), error: ERRORS[0] })
    expect((await page(id)).data.map(({ from, to, item }) => [from, to, item])).toEqual([
      ['open', 'open', 'income-account-missing'],
      [null, 'open', 'duplicate-document-number'],
    ])
  })

  it('has no line for what changes nothing: a repetition, and a success that is late', async () => {
    const { id } = await anIssue(api, host, 'quiet', { occurrenceId: 'once' })
    await anIssue(api, host, 'quiet', { occurrenceId: 'once' })
    const success = { record: { type: 'invoice', id: 'quiet' }, occurredAt: '2026-01-01T00:00:00Z' }
    await api.post(`${FIRM}/successes`, success, host)
    expect((await page(id)).data).toHaveLength(1)
  })
})

describe('a long history', () => {
  it('is told whole, also what its issue has no room for', async () => {
    const { id } = await withHistory('long', 123)
    const first = await page(id)
    expect(first.data.map(({ number }) => number)).toEqual(upTo(123, 74))
    expect(first.nextCursor).toBe(74)
    const second = await page(id, '?cursor=74')
    expect(second.data.map(({ number }) => number)).toEqual(upTo(73, 24))
    const third = await page(id, `?cursor=${second.nextCursor}`)
    expect(third.data.map(({ number }) => number)).toEqual(upTo(23))
    expect(third.nextCursor).toBeNull()
    expect(third.data.at(-1)).toMatchObject({ number: 1, from: null, item: 'income-account-missing' })
    for (const limit of [7, 49, 51, 73, 123, 200]) {
      const numbers: number[] = []
      for (let query: string | null = ''; query !== null;) {
        const { data, nextCursor }: Schemas['HistoryPage'] = await page(id, `?limit=${limit}${query}`)
        expect(data.length).toBeLessThanOrEqual(limit)
        numbers.push(...data.map(({ number }) => number))
        query = nextCursor === null ? null : `&cursor=${nextCursor}`
      }
      expect(numbers).toEqual(upTo(123))
    }
  })

  it.each([49, 50, 51, 52])(
    'of %i lines, about as many as an issue has room for, is told whole',
    async (lines) => {
      const { id } = await withHistory(`edge_${lines}`, lines)
      const whole = await page(id, '?limit=200')
      expect(whole.data.map(({ number }) => number)).toEqual(upTo(lines))
      expect(whole.nextCursor).toBeNull()
    },
  )

  it('ends where it is asked for from its first line on, or before', async () => {
    const { id } = await anIssue(api, host, 'short')
    expect(await page(id, '?cursor=1')).toEqual({ data: [], nextCursor: null })
    expect((await page(id, '?cursor=999999999')).data).toHaveLength(1)
  })
})

describe('a history is refused', () => {
  it.each([
    ['limit=0', 'query /limit minimum'],
    ['limit=201', 'query /limit maximum'],
    ['cursor=0', 'query /cursor minimum'],
    ['cursor=abc', 'query /cursor type'],
  ])('for %s', async (query, fault) => {
    const { id } = await anIssue(api, host, 'refused')
    expect(faultsIn(await api.get(`${addressOf(id)}?${query}`, host))).toEqual([fault])
  })

  it('of an issue that is none, or another firm’s', async () => {
    expect((await api.get(addressOf(`iss_${'0'.repeat(24)}`), host)).status).toBe(404)
    await addFirm(api, stores, 'beta')
    const { issue } = (await api.post('/v1/firms/beta/failures', failureOf(), host)).as('FailureReport')
    expect((await api.get(addressOf(issue.id), host)).status).toBe(404)
  })
})

describe('who may read a history', () => {
  itIsOnlyFor(service, { method: 'get', address: addressOf(`iss_${'0'.repeat(24)}`) }, roles)
})
