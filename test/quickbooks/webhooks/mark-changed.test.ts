import { describe, expect, it } from '@jest/globals'
import fc from 'fast-check'
import type { Notified } from '../../../src/quickbooks/webhooks/read-notifications.ts'
import { newStores } from '../../support/kept-issues.ts'
import { minute, NOW } from '../../support/readings.ts'

const { collections, markChanged } = await newStores(() => new Date(NOW))
const { changedEntities, realms } = collections
for (const [id, firmId] of [
  ['1', 'acme'],
  ['2', 'beta'],
] as const) {
  await realms.insert({ id, firmId, claimedAt: NOW })
}

const change = (at: number, changes: Partial<Notified> = {}): Notified => ({
  realmId: '1',
  entity: 'invoice',
  entityId: '95',
  operation: 'updated',
  changedAt: minute(at),
  ...changes,
})

async function marksOf(firmId: string) {
  const page = await changedEntities.page({ index: 'firm', equals: { firmId }, limit: 1_000 })
  return page.map(({ doc, version }) => ({ ...doc, version }))
}

describe('what Intuit tells of', () => {
  it('is marked for the firm whose company it is, for a month', async () => {
    expect(await markChanged([change(1), change(1, { realmId: '2' }), change(1, { realmId: '3' })])).toBe(2)
    expect(await marksOf('acme')).toEqual([
      {
        id: 'acme/1/invoice/95',
        firmId: 'acme',
        ...change(1),
        expiresAt: '2026-04-08T12:00:00.000Z',
        version: 1,
      },
    ])
    expect(await marksOf('beta')).toMatchObject([{ realmId: '2', entityId: '95' }])
  })

  it('changes nothing when it is told again, or late', async () => {
    await markChanged([change(5, { entityId: 'again' })])
    for (const at of [5, 3]) await markChanged([change(at, { entityId: 'again', operation: 'created' })])
    const mark = (await marksOf('acme')).find(({ entityId }) => entityId === 'again')
    expect(mark).toMatchObject({ changedAt: minute(5), operation: 'updated', version: 1 })
  })

  it('ends the same in every order, at once or one after the other', async () => {
    let run = 0
    await fc.assert(
      fc.asyncProperty(fc.array(fc.nat({ max: 50 }), { minLength: 1, maxLength: 12 }), async (times) => {
        run += 1
        const entityId = `run${run}`
        await Promise.all(times.map((at) => markChanged([change(at, { entityId })])))
        const kept = await changedEntities.get(`acme/1/invoice/${entityId}`)
        expect(kept?.doc.changedAt).toBe(minute(Math.max(...times)))
      }),
      { numRuns: 30 },
    )
  })
})
