import { describe, expect, it } from '@jest/globals'
import { issueId } from '../../src/issues/issue-id.ts'
import { everyInterleaving, gated } from '../support/interleavings.ts'
import { errors, newStores, reportsOver, syncFailure, syncSuccess } from '../support/kept-issues.ts'
import { permutationsOf } from '../support/permutations.ts'
import { host, minute, NOW } from '../support/readings.ts'

const now = () => new Date(NOW)
const { collections, issues } = await newStores(now)
const { syncedRecords } = collections
const record = { type: 'invoice', id: 'inv_88' } as const

/** The issue of invoice `inv_88` of a firm. */
async function issueIn(firmId: string) {
  return (await issues.get(firmId, issueId(firmId, record)))?.doc
}

type Reports = Pick<ReturnType<typeof reportsOver>, 'reportFailure' | 'reportSuccess'>
type Report = (reports: Reports, firmId: string) => Promise<{ readonly outcome: string }>

const failure =
  (at: number, changes = {}): Report =>
  ({ reportFailure }, firmId) =>
    reportFailure(firmId, syncFailure(at, changes), host)
const success =
  (at: number, changes = {}): Report =>
  ({ reportSuccess }, firmId) =>
    reportSuccess(firmId, syncSuccess(at, changes), host)

describe('reports of one record, one after the other', () => {
  it('end the same in every order', async () => {
    const reports = [failure(1, { error: errors.unrecognized }), success(2), failure(3), success(3)]
    for (const [i, order] of permutationsOf(reports).entries()) {
      for (const report of order) await report(issues, `row${i}`)
      expect(await issueIn(`row${i}`)).toMatchObject({
        status: 'resolved',
        occurrences: 2,
        firstSeenAt: minute(1),
        lastSeenAt: minute(3),
        lastSuccessAt: minute(3),
        closedAt: minute(3),
        item: 'duplicate-document-number',
        diagnosis: { captures: { docNumber: '1781' } },
      })
    }
  })

  it('that begin with the success make an issue that is over, or one that is not', async () => {
    expect(await issues.reportSuccess('early', syncSuccess(2, { quickbooksId: '7' }), host)).toEqual({
      outcome: 'ignored',
      issue: undefined,
    })
    const late = await issues.reportFailure('early', syncFailure(1), host)
    expect(late).toMatchObject({
      outcome: 'created',
      issue: { doc: { status: 'resolved', closedAt: minute(2), quickbooksId: '7' } },
    })
    expect(await issues.reportFailure('early', syncFailure(3), host)).toMatchObject({
      outcome: 'reopened',
      issue: { doc: { status: 'open', closedAt: null, occurrences: 2 } },
    })
  })

  it('remember the newest of several successes without an issue', async () => {
    for (const at of [4, 6, 5]) await issues.reportSuccess('several', syncSuccess(at), host)
    expect((await syncedRecords.get(issueId('several', record)))?.doc.lastSuccessAt).toBe(minute(6))
  })

  it('of one firm say nothing of the same record of another', async () => {
    await issues.reportFailure('one', syncFailure(1), host)
    await issues.reportSuccess('two', syncSuccess(2), host)
    expect(await issueIn('one')).toMatchObject({ status: 'open', lastSuccessAt: null })
    expect(await issueIn('two')).toBeUndefined()
  })
})

/** Reports that come at once, and how each of their interleavings must end. */
const races: Readonly<Record<string, { readonly reports: readonly Report[]; readonly ends: object }>> = {
  'the first failure, and its success': {
    reports: [failure(1), success(2)],
    ends: { status: 'resolved', occurrences: 1, lastSuccessAt: minute(2), closedAt: minute(2) },
  },
  'two first failures': {
    reports: [failure(1), failure(2, { error: errors.unrecognized })],
    ends: {
      status: 'open',
      occurrences: 2,
      firstSeenAt: minute(1),
      lastSeenAt: minute(2),
      item: 'unrecognized',
    },
  },
  'the same first failure, twice': {
    reports: [failure(1, { occurrenceId: 'try_1' }), failure(1, { occurrenceId: 'try_1' })],
    ends: { status: 'open', occurrences: 1, reports: [{ occurrenceId: 'try_1', at: NOW }] },
  },
}

describe('reports of one record at once', () => {
  it.each(Object.entries(races))(
    'end the same in every interleaving: %s',
    async (name, { reports, ends }) => {
      const count = await everyInterleaving(
        async (run) => {
          const firmId = `${name}${run}`
          const actors = reports.map((report) => (gate: Parameters<typeof gated>[1]) => {
            const behind = {
              issues: gated(collections.issues, gate),
              movedReports: gated(collections.movedReports, gate),
              movedHistory: gated(collections.movedHistory, gate),
              pastActions: gated(collections.pastActions, gate),
              syncedRecords: gated(syncedRecords, gate),
            }
            return report(reportsOver(behind, now), firmId)
          })
          return { actors, about: firmId }
        },
        async (firmId) => expect(await issueIn(firmId)).toMatchObject(ends),
      )
      // Both are at work at the same time in most of them.
      expect(count).toBeGreaterThan(20)
    },
  )

  it('end the same where the issue is there already', async () => {
    const count = await everyInterleaving(
      async (run) => {
        const firmId = `there${run}`
        await issues.reportFailure(firmId, syncFailure(1), host)
        const actors = [failure(2, { occurrenceId: 'a' }), failure(2, { occurrenceId: 'a' }), success(3)].map(
          (report) => (gate: Parameters<typeof gated>[1]) =>
            report(reportsOver({ ...collections, issues: gated(collections.issues, gate) }, now), firmId),
        )
        return { actors, about: firmId }
      },
      async (firmId) =>
        expect(await issueIn(firmId)).toMatchObject({
          status: 'resolved',
          occurrences: 2,
          lastSeenAt: minute(2),
          closedAt: minute(3),
        }),
    )
    expect(count).toBeGreaterThan(20)
  })

  it('are all counted, and those of one name once, however many they are', async () => {
    const outcomes = await Promise.all(
      Array.from({ length: 60 }, (_one, i) =>
        issues.reportFailure('many', syncFailure((i % 30) % 7, { occurrenceId: `try_${i % 30}` }), host),
      ),
    )
    const count = (wanted: string) => outcomes.filter(({ outcome }) => outcome === wanted).length
    expect(['created', 'joined', 'duplicate'].map(count)).toEqual([1, 29, 30])
    expect(await issueIn('many')).toMatchObject({
      occurrences: 30,
      firstSeenAt: minute(0),
      lastSeenAt: minute(6),
    })
  })
})

describe('a success that finds no issue', () => {
  it('resolves the issue of a failure that is just being inserted', async () => {
    const { reportFailure } = reportsOver(
      {
        ...collections,
        issues: {
          ...collections.issues,
          insert: async (issue) => {
            const told = await issues.reportSuccess(issue.firmId, syncSuccess(2, { quickbooksId: '7' }), host)
            expect(told).toEqual({ outcome: 'ignored', issue: undefined })
            return collections.issues.insert(issue)
          },
        },
      },
      now,
    )
    const report = await reportFailure('race1', syncFailure(1), host)
    expect(report).toMatchObject({
      outcome: 'created',
      issue: { doc: { status: 'resolved', quickbooksId: '7' } },
    })
    expect(await issueIn('race1')).toEqual(report.issue.doc)
    expect(report.issue.doc.history.map(({ event }) => event)).toEqual(['failure', 'success'])
  })

  it('resolves the issue of a failure that came before the success was remembered', async () => {
    const { reportSuccess } = reportsOver(
      {
        ...collections,
        syncedRecords: {
          ...syncedRecords,
          insert: async (synced) => {
            const told = await issues.reportFailure(synced.firmId, syncFailure(1), host)
            expect(told).toMatchObject({ outcome: 'created', issue: { doc: { status: 'open' } } })
            return syncedRecords.insert(synced)
          },
        },
      },
      now,
    )
    const report = await reportSuccess('race2', syncSuccess(2), host)
    expect(report).toMatchObject({ outcome: 'resolved', issue: { doc: { status: 'resolved' } } })
    expect(await issueIn('race2')).toEqual(report.issue?.doc)
  })
})
