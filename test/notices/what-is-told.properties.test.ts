import { expect, it } from '@jest/globals'
import fc from 'fast-check'
import { issueId } from '../../src/issues/issue-id.ts'
import type { Notice } from '../../src/domain/notice.ts'
import { errors, newStores, syncFailure, syncSuccess } from '../support/kept-issues.ts'
import { host, NOW } from '../support/readings.ts'
import { relayOver } from '../support/relay-over.ts'

const now = () => new Date(NOW)
const stores = await newStores(now)
const { issues, noticeLog } = stores
const relay = relayOver(stores, { now })
const record = { type: 'invoice', id: 'inv_88' } as const
const by = { actor: host, note: null, ifVersion: undefined }

type Happening =
  | { readonly what: 'failure'; readonly at: number; readonly error: string }
  | { readonly what: 'success'; readonly at: number }
  | { readonly what: 'skip' | 'reopen' | 'relay' }

const happening: fc.Arbitrary<Happening> = fc.oneof(
  fc.record({
    what: fc.constant('failure' as const),
    at: fc.nat(20),
    error: fc.constantFrom(...Object.values(errors)),
  }),
  fc.record({ what: fc.constant('success' as const), at: fc.nat(20) }),
  fc.record({ what: fc.constantFrom('skip', 'reopen', 'relay') }),
)

let firms = 0

it('whoever hears all notices of an issue knows how it stands, and hears nothing while it is skipped', async () => {
  await fc.assert(
    fc.asyncProperty(fc.array(happening, { maxLength: 14 }), async (happenings) => {
      const firmId = `firm${(firms += 1)}`
      const id = issueId(firmId, record)
      const told = async () => {
        await relay()
        return (await noticeLog.after(firmId, 0, 100)).map(({ notice }) => notice)
      }
      const status = async () => (await issues.get(firmId, id))?.doc.status
      for (const one of happenings) {
        const before = (await status()) === 'skipped' ? (await told()).length : undefined
        switch (one.what) {
          case 'failure':
            await issues.reportFailure(firmId, syncFailure(one.at, { error: one.error }), host)
            break
          case 'success':
            await issues.reportSuccess(firmId, syncSuccess(one.at), host)
            break
          case 'skip':
          case 'reopen':
            await issues.decide(firmId, id, { ...by, kind: one.what })
            break
          case 'relay':
            await relay()
        }
        if (before !== undefined && (await status()) === 'skipped') expect(await told()).toHaveLength(before)
      }
      const notices = await told()
      expect(notices.map(({ sequence }) => sequence)).toEqual(notices.map((_, i) => i + 1))
      const found = (await issues.get(firmId, id))?.doc
      if (found?.status === 'open') expect(lastOf(notices)).toEqual(['open', found.item])
      if (found?.status === 'resolved') expect(lastOf(notices)[0]).not.toBe('open')
    }),
    { numRuns: 150 },
  )
})

/** What the last notice leaves somebody to believe. */
function lastOf(notices: readonly Notice[]): readonly [belief: 'open' | 'over' | 'nothing', item?: string] {
  const last = notices.at(-1)
  if (last === undefined || !('issue' in last)) return ['nothing']
  return [last.type === 'issue.resolved' ? 'over' : 'open', last.issue.item]
}
