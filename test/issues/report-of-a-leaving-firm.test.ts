import { expect, it } from '@jest/globals'
import { clearFirm } from '../../src/firms/clear-firm.ts'
import { createFirms } from '../../src/firms/firms.ts'
import { everyInterleaving, gated } from '../support/interleavings.ts'
import { newStores, reportsOver, syncFailure } from '../support/kept-issues.ts'
import { host, NOW } from '../support/readings.ts'

const now = () => new Date(NOW)
const { collections, firms } = await newStores(now)
const facts = {
  name: 'Leaving',
  locale: 'en-US',
  timeZone: 'UTC',
  currency: 'USD',
  notificationAddresses: [],
}

/** The use cases behind a gate: reporting a failure, and deleting the firm. */
function behind(gate: Parameters<typeof gated>[1]) {
  const issues = gated(collections.issues, gate)
  const kept = gated(collections.firms, gate)
  const clear = (firmId: string) => clearFirm([{ collection: issues, index: 'statusLastSeen' }], firmId)
  const isThere = createFirms({ firms: kept, clear, now })
  return {
    firms: isThere,
    ...reportsOver(
      { ...collections, issues },
      now,
      async (firmId) => (await isThere.get(firmId)) !== undefined,
    ),
  }
}

it('a firm leaves no issue behind, whenever it is deleted while a failure is reported', async () => {
  const count = await everyInterleaving(
    async (run) => {
      const firmId = `leaving${run}`
      await firms.put(firmId, facts)
      const report = (gate: Parameters<typeof gated>[1]) =>
        behind(gate).reportFailure(firmId, syncFailure(1), host)
      const remove = (gate: Parameters<typeof gated>[1]) => behind(gate).firms.remove(firmId)
      return { actors: [report, remove], about: firmId }
    },
    async (firmId) => {
      expect(await firms.get(firmId)).toBeUndefined()
      const left = await collections.issues.page({ index: 'all', limit: 10 })
      expect(left).toEqual([])
    },
  )
  expect(count).toBeGreaterThan(20)
})

it('a firm that stays keeps the issue, also when it is another firm that is deleted', async () => {
  await firms.put('staying', facts)
  await firms.put('leaving', facts)
  const report = behind((call) => call()).reportFailure('staying', syncFailure(1), host)
  await firms.remove('leaving')
  expect(await collections.issues.get((await report).issue.doc.id)).toMatchObject({
    doc: { firmId: 'staying' },
  })
})
