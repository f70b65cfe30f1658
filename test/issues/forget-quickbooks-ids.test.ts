import { describe, expect, it } from '@jest/globals'
import { createForgetQuickBooksIds } from '../../src/issues/forget-quickbooks-ids.ts'
import { everyInterleaving, gated } from '../support/interleavings.ts'
import { newStores, reportsOver, syncFailure, syncSuccess } from '../support/kept-issues.ts'
import { host, NOW } from '../support/readings.ts'

const now = () => new Date(NOW)
const { collections, issues } = await newStores(now)

/** An issue that was resolved under this id, and a record that went through without ever failing. */
async function aFirm(firmId: string, count = 1): Promise<void> {
  for (let i = 0; i < count; i++) {
    const record = { ...syncFailure(1).record, id: `inv_${i}` }
    await issues.reportFailure(firmId, syncFailure(1, { record }), host)
    await issues.reportSuccess(firmId, syncSuccess(2, { record, quickbooksId: `${i}` }), host)
    const other = { type: 'client', id: `c_${i}` } as const
    await issues.reportSuccess(firmId, syncSuccess(2, { record: other, quickbooksId: `${i}` }), host)
  }
}

/** The ids that are known of a firm. */
async function idsOf(firmId: string): Promise<readonly (string | null)[]> {
  const asked = { equals: { firmId }, limit: 1_000 }
  const found = await collections.issues.page({ index: 'statusLastSeen', ...asked })
  const synced = await collections.syncedRecords.page({ index: 'firm', ...asked })
  return [...found, ...synced].map(({ doc }) => doc.quickbooksId)
}

describe('a firm that comes back with another company', () => {
  it('has no id of the former one left, and keeps all else', async () => {
    await aFirm('acme', 250)
    await aFirm('beta')
    const [before] = await collections.issues.page({ index: 'all', limit: 1 })
    await createForgetQuickBooksIds(collections)('acme')
    expect(await idsOf('acme')).toEqual(Array.from({ length: 500 }, () => null))
    expect(await idsOf('beta')).toEqual(['0', '0'])
    const after = await collections.issues.get(before?.doc.id ?? '')
    expect(after?.doc).toEqual({ ...before?.doc, quickbooksId: null })
  })

  it('loses no report that comes meanwhile, and no id stays', async () => {
    const count = await everyInterleaving(
      async (run) => {
        const firmId = `meanwhile${run}`
        await aFirm(firmId)
        const report = (gate: Parameters<typeof gated>[1]) => {
          const behind = { ...collections, issues: gated(collections.issues, gate) }
          const record = { ...syncFailure(1).record, id: 'inv_0' }
          return reportsOver(behind, now).reportFailure(firmId, syncFailure(3, { record }), host)
        }
        const forget = (gate: Parameters<typeof gated>[1]) =>
          createForgetQuickBooksIds({ ...collections, issues: gated(collections.issues, gate) })(firmId)
        return { actors: [report, forget], about: firmId }
      },
      async (firmId) => {
        expect(await idsOf(firmId)).toEqual([null, null])
        const [issue] = await collections.issues.page({
          index: 'statusLastSeen',
          equals: { firmId },
          limit: 2,
        })
        expect(issue?.doc).toMatchObject({ status: 'open', occurrences: 2 })
      },
    )
    expect(count).toBeGreaterThan(5)
  })
})
