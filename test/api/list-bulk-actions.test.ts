import { describe, expect, it } from '@jest/globals'
import { roles } from '../../src/domain/role.ts'
import { startService } from '../support/api-client.ts'
import { faultsIn, itIsOnlyFor } from '../support/refusals.ts'
import { addFirm, anIssue, hoursAgo } from '../support/tenant.ts'

const BULK = '/v1/firms/acme/bulk-actions'

let time = hoursAgo(10)
const service = await startService({}, { now: () => new Date(time) })
const { api, stores } = service
const host = await addFirm(api, stores)
await addFirm(api, stores, 'beta')
const issue = await anIssue(api, host, 'a')

const ids: (string | null)[] = []
for (let i = 0; i < 5; i += 1) {
  time = hoursAgo(9 - i)
  const headers = { ...host, 'Idempotency-Key': `bulk-${i}` }
  const answer = await api.post(BULK, { kind: 'resync', issueIds: [issue.id], note: `No. ${i}` }, headers)
  ids.unshift(answer.as('BulkAction').id)
}

const list = async (query = '', base = BULK) => (await api.get(`${base}${query}`, host)).as('BulkActionList')

describe('the bulk actions of a firm', () => {
  it('are told the newest first, without what became of each issue', async () => {
    const { data, nextCursor } = await list()
    expect(data.map(({ id }) => id)).toEqual(ids)
    expect(nextCursor).toBeNull()
    expect(data[0]).toEqual({
      id: ids[0],
      firmId: 'acme',
      kind: 'resync',
      dryRun: false,
      state: 'queued',
      actor: expect.objectContaining({ type: 'key' }),
      note: 'No. 4',
      total: 1,
      createdAt: hoursAgo(5),
      updatedAt: hoursAgo(5),
    })
  })

  it('are told page by page', async () => {
    const told: string[] = []
    let query = '?limit=2'
    for (;;) {
      const { data, nextCursor } = await list(query)
      told.push(...data.map(({ id }) => id))
      if (nextCursor === null) break
      query = `?limit=2&cursor=${nextCursor}`
    }
    expect(told).toEqual(ids)
  })

  it('are none of another firm', async () => {
    expect((await list('', '/v1/firms/beta/bulk-actions')).data).toEqual([])
  })

  it('are not told after a cursor of another list', async () => {
    const cursor = Buffer.from(JSON.stringify(['-lastSeenAt', hoursAgo(5), 'x'])).toString('base64url')
    for (const wrong of [cursor, 'nonsense']) {
      expect(faultsIn(await api.get(`${BULK}?cursor=${wrong}`, host))).toEqual(['query /cursor cursor'])
    }
  })
})

describe('who may list bulk actions', () => {
  itIsOnlyFor(service, { method: 'get', address: BULK }, roles)
})
