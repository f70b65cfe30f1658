import { describe, expect, it } from '@jest/globals'
import { issueId } from '../../src/issues/issue-id.ts'
import { errors, newStores, syncFailure, syncSuccess } from '../support/kept-issues.ts'
import { host, NOW } from '../support/readings.ts'

const HOUR = 60 * 60 * 1000

let clock = Date.parse(NOW)
const { collections, issues } = await newStores(() => new Date(clock))
const id = (firmId: string) => issueId(firmId, { type: 'invoice', id: 'inv_88' })

async function issueIn(firmId: string) {
  const found = await issues.get(firmId, id(firmId))
  if (found === undefined) throw new Error(`${firmId} has no issue.`)
  return found.doc
}

/** Failures of names from `try_<from>` on. */
async function report(firmId: string, from: number, count: number): Promise<readonly string[]> {
  const outcomes = []
  for (let i = from; i < from + count; i += 1) {
    const { outcome } = await issues.reportFailure(firmId, syncFailure(i, { occurrenceId: `try_${i}` }), host)
    outcomes.push(outcome)
  }
  return outcomes
}

describe('an issue with more than 50 reports', () => {
  it('holds the newest 50, and still knows the others', async () => {
    await report('acme', 0, 120)
    const issue = await issueIn('acme')
    expect(issue.occurrences).toBe(120)
    expect(issue.reports.map(({ occurrenceId }) => occurrenceId)).toEqual(
      Array.from({ length: 50 }, (_one, i) => `try_${70 + i}`),
    )
    expect(new Set(await report('acme', 0, 120))).toEqual(new Set(['duplicate']))
    expect(await issueIn('acme')).toEqual(issue)
  })

  it('knows a repeated success beyond them, too', async () => {
    await issues.reportFailure('success', syncFailure(0), host)
    const tell = () => issues.reportSuccess('success', syncSuccess(1, { occurrenceId: 'went' }), host)
    expect((await tell()).outcome).toBe('resolved')
    await report('success', 2, 60)
    expect((await tell()).outcome).toBe('duplicate')
    expect((await issueIn('success')).status).toBe('open')
  })

  it('does not take the report of another issue for its own', async () => {
    await report('first', 0, 60)
    expect(await report('second', 0, 1)).toEqual(['created'])
  })

  it('keeps a report apart for as long as a repetition of it is to be expected', async () => {
    await report('old', 0, 1)
    clock += 73 * HOUR
    await report('old', 1, 51)
    const moved = await collections.movedReports.page({
      index: 'issue',
      equals: { issueId: id('old') },
      limit: 99,
    })
    // The report of three days ago is gone; the one after it is kept for three days from when it came.
    expect(moved.map(({ doc }) => doc.expiresAt)).toEqual([new Date(clock + 72 * HOUR).toISOString()])
    expect(await report('old', 1, 1)).toEqual(['duplicate'])
  })
})

describe('an issue with more than 50 lines of history', () => {
  it('tells all of them, newest first, in pages', async () => {
    for (let i = 0; i < 65; i += 1) {
      await issues.reportFailure('story', syncFailure(2 * i), host)
      await issues.reportSuccess('story', syncSuccess(2 * i + 1), host)
    }
    const issue = await issueIn('story')
    expect(issue.history.map(({ number }) => number)).toEqual(Array.from({ length: 50 }, (_one, i) => 81 + i))
    const told = []
    for (let before = Infinity; before > 1;) {
      const page = await issues.history(issue, { before, limit: 7 })
      expect(page.length).toBe(Math.min(7, Math.min(before, 131) - 1))
      told.push(...page)
      before = page.at(-1)?.number ?? 1
    }
    expect(told.map(({ number }) => number)).toEqual(Array.from({ length: 130 }, (_one, i) => 130 - i))
    expect(told.map(({ event }) => event)).toEqual(
      told.map((_one, i) => (i % 2 === 0 ? 'success' : 'failure')),
    )
    expect(await issues.history(issue, { limit: 200 })).toEqual(told)
  })

  it('of one issue holds no line of another', async () => {
    const other = await issueIn('acme')
    expect((await issues.history(other, { limit: 200 })).every(({ number }) => number === 1)).toBe(true)
  })
})

describe('a decision', () => {
  const wish = { actor: host, note: null, ifVersion: undefined }

  it('by two people at once is taken once', async () => {
    await issues.reportFailure('decide', syncFailure(1), host)
    const both = await Promise.all(
      [1, 2].map(() => issues.decide('decide', id('decide'), { ...wish, kind: 'skip' })),
    )
    expect(both.map(({ outcome }) => outcome).toSorted()).toEqual(['done', 'forbidden-by-status'])
    expect((await issueIn('decide')).history.map(({ event }) => event)).toEqual(['failure', 'skip'])
  })

  it('is not lost to a report that comes at once, nor is the report', async () => {
    await issues.reportFailure('both', syncFailure(1), host)
    await Promise.all([
      issues.decide('both', id('both'), { ...wish, kind: 'skip' }),
      issues.reportFailure('both', syncFailure(2, { error: errors.unrecognized }), host),
    ])
    expect(await issueIn('both')).toMatchObject({ status: 'skipped', occurrences: 2, item: 'unrecognized' })
  })

  it('that rests on another version, or on the issue of another firm, changes nothing', async () => {
    const { issue } = await issues.reportFailure('rests', syncFailure(1), host)
    const stale = { ...wish, kind: 'skip', ifVersion: issue.version + 1 } as const
    expect(await issues.decide('rests', id('rests'), stale)).toEqual({ outcome: 'changed' })
    expect(await issues.decide('other', id('rests'), { ...stale, ifVersion: undefined })).toEqual({
      outcome: 'not-found',
    })
    expect(await issueIn('rests')).toEqual(issue.doc)
  })
})
