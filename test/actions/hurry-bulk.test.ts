import { describe, expect, it } from '@jest/globals'
import { createClaimBulks } from '../../src/actions/bulk/create-claim-bulks.ts'
import { createHurryBulk } from '../../src/actions/bulk/create-hurry-bulk.ts'
import { stoppedClock } from '../support/clock.ts'
import { newStores } from '../support/kept-issues.ts'
import { host as actor } from '../support/readings.ts'

const { now } = stoppedClock()
const { collections, bulkActions } = await newStores(now)
const { bulkActions: bulks } = collections
const hurry = createHurryBulk({ bulks, now })
const claim = createClaimBulks({ bulks, newId: () => 'lease', now, leaseMilliseconds: 30_000 })
const later = new Date(now().getTime() + 2_000).toISOString()

/** A bulk action that was put off. */
async function putOff(id: string) {
  await bulkActions.request({ id, firmId: 'acme', kind: 'resync', actor, note: null, ranks: [] })
  const [held] = await claim(1)
  await held?.put({ dueAt: later })
}

describe('a bulk action that is put off', () => {
  it('is due at once when its actions are done', async () => {
    await putOff('blk_1')
    expect(await claim(1)).toEqual([])
    await hurry('blk_1')
    expect(await claim(1)).toMatchObject([{ bulk: { id: 'blk_1' } }])
  })

  it('stays as it is while somebody holds it, once it is over, and where it is gone', async () => {
    await hurry('blk_1')
    const held = await bulks.get('blk_1')
    expect(held?.doc.dueAt).toBe(held?.doc.lease?.until)
    await bulkActions.request({ id: 'blk_2', firmId: 'acme', kind: 'resync', actor, note: null, ranks: [] })
    const [over] = await claim(1)
    await over?.put({ finishedAt: now().toISOString(), dueAt: null })
    await hurry('blk_2')
    expect((await bulks.get('blk_2'))?.doc.dueAt).toBeNull()
    await hurry('blk_3')
    expect(await claim(1)).toEqual([])
  })
})
