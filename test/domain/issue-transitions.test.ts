import { describe, expect, it } from '@jest/globals'
import { applyDecision } from '../../src/domain/apply-decision.ts'
import { applyFailure } from '../../src/domain/apply-failure.ts'
import { applySuccess } from '../../src/domain/apply-success.ts'
import type { IssueStatus } from '../../src/domain/issue-status.ts'
import { issueStatuses } from '../../src/domain/issue-status.ts'
import type { Issue } from '../../src/domain/issue.ts'
import { type IssueInput, issueTransitions } from '../../src/domain/issue-transitions.ts'
import type { FailureOutcome, SuccessOutcome } from '../../src/domain/report-outcome.ts'
import { host, issueOf, minute, NOW, readingOf } from '../support/readings.ts'

/** An issue of each status, whose trouble was seen at minute 10 and is over, if it is, since minute 20. */
const issues: Readonly<Record<IssueStatus, Issue>> = {
  open: issueOf({ at: 10 }, { lastSuccessAt: minute(5) }),
  resolved: issueOf({ at: 10 }, { status: 'resolved', lastSuccessAt: minute(20), closedAt: minute(20) }),
  skipped: issueOf({ at: 10 }, { status: 'skipped', closedAt: minute(20) }),
  deleted: issueOf({ at: 10 }, { status: 'deleted', closedAt: minute(20) }),
}

const fail = (issue: Issue, at: number) => applyFailure(issue, readingOf({ at }))
const succeed = (issue: Issue, at: number, quickbooksId?: string) =>
  applySuccess(issue, {
    success: {
      record: { type: 'invoice', id: 'inv_1' },
      occurredAt: minute(at),
      ...(quickbooksId !== undefined && { quickbooksId }),
    },
    actor: host,
    now: NOW,
  })
const decide = (issue: Issue, kind: 'skip' | 'reopen') =>
  applyDecision(issue, { kind, actionId: 'act_1', actor: host, note: 'why', now: NOW })

/** The cell of the table: what becomes of a status, and what the reporter is told. */
type Cell = readonly [IssueStatus, FailureOutcome | SuccessOutcome]

const cells: Readonly<
  Record<IssueStatus, Readonly<Record<'failure' | 'lateFailure' | 'success' | 'lateSuccess', Cell>>>
> = {
  open: {
    failure: ['open', 'joined'],
    lateFailure: ['open', 'joined'],
    success: ['resolved', 'resolved'],
    lateSuccess: ['open', 'ignored'],
  },
  resolved: {
    failure: ['open', 'reopened'],
    lateFailure: ['resolved', 'counted'],
    success: ['resolved', 'ignored'],
    lateSuccess: ['resolved', 'ignored'],
  },
  skipped: {
    failure: ['skipped', 'counted'],
    lateFailure: ['skipped', 'counted'],
    success: ['skipped', 'ignored'],
    lateSuccess: ['skipped', 'ignored'],
  },
  deleted: {
    failure: ['open', 'reopened'],
    lateFailure: ['deleted', 'counted'],
    success: ['deleted', 'ignored'],
    lateSuccess: ['deleted', 'ignored'],
  },
}

/** Minutes at which a report is late for the issues above, and at which it is not. */
const apply = {
  failure: (issue: Issue) => fail(issue, 30),
  lateFailure: (issue: Issue) => fail(issue, issue.status === 'open' ? 4 : 15),
  success: (issue: Issue) => succeed(issue, 30),
  lateSuccess: (issue: Issue) => succeed(issue, 9),
}

describe('the table of transitions', () => {
  it.each(
    issueStatuses.flatMap((status) =>
      Object.entries(cells[status]).map(
        ([input, cell]) => [status, input as keyof typeof apply, ...cell] as const,
      ),
    ),
  )('%s, %s: becomes %s, answered as %s', (status, input, next, outcome) => {
    const done = apply[input](issues[status])
    expect([done.issue.status, done.outcome]).toEqual([next, outcome])
    expect(issueTransitions[status][input]).toBe(next)
  })

  it('lets people skip what is open, and take back what is skipped, and nothing else', () => {
    const next = (input: IssueInput) => issueStatuses.map((status) => issueTransitions[status][input])
    expect(next('skip')).toEqual(['skipped', null, null, null])
    expect(next('delete')).toEqual(['deleted', null, null, null])
    expect(next('reopen')).toEqual([null, null, 'open', null])
    for (const status of issueStatuses) {
      expect(decide(issues[status], 'skip')?.status).toBe(issueTransitions[status].skip ?? undefined)
      expect(decide(issues[status], 'reopen')?.status).toBe(issueTransitions[status].reopen ?? undefined)
    }
  })
})

describe('a skip', () => {
  it('closes the issue by our clock, and stands in the history with who wanted it and why', () => {
    const skipped = decide(issues.open, 'skip')
    expect(skipped).toMatchObject({ status: 'skipped', closedAt: NOW })
    expect(skipped?.history.at(-1)).toEqual({
      number: 2,
      at: NOW,
      actor: host,
      event: 'skip',
      from: 'open',
      to: 'skipped',
      item: 'duplicate-name',
      note: 'why',
      reason: null,
      intuitTid: null,
      actionId: 'act_1',
    })
  })

  it('stands against all reports, which are counted and told to nobody', () => {
    const reported = succeed(fail(fail(issues.skipped, 30).issue, 5).issue, 40).issue
    expect(reported).toMatchObject({
      status: 'skipped',
      closedAt: minute(20),
      occurrences: 3,
      firstSeenAt: minute(5),
      lastSeenAt: minute(30),
      lastSuccessAt: minute(40),
    })
    expect(reported.history).toEqual(issues.skipped.history)
  })

  it('that is taken back opens the issue again', () => {
    expect(decide(issues.skipped, 'reopen')).toMatchObject({ status: 'open', closedAt: null })
  })

  it('that is taken back after the record went through leaves a resolved issue', () => {
    const gone = succeed(fail(issues.skipped, 30).issue, 30).issue
    const reopened = decide(gone, 'reopen')
    expect(reopened).toMatchObject({ status: 'resolved', closedAt: minute(30) })
    expect(reopened?.history.at(-1)).toMatchObject({ event: 'reopen', from: 'skipped', to: 'resolved' })
  })

  it('that is taken back after a success and a newer failure opens the issue again', () => {
    const failing = fail(succeed(issues.skipped, 30).issue, 31).issue
    expect(decide(failing, 'reopen')).toMatchObject({ status: 'open', closedAt: null })
  })
})

describe('a deleted issue', () => {
  it('is opened again by a failure after the deletion only', () => {
    expect(fail(issues.deleted, 20).issue).toMatchObject({ status: 'deleted', closedAt: minute(20) })
    expect(fail(issues.deleted, 21).issue).toMatchObject({ status: 'open', closedAt: null })
  })

  it('is not opened again by a failure that a success is newer than', () => {
    const gone = succeed(issues.deleted, 30).issue
    expect(gone).toMatchObject({ status: 'deleted', closedAt: minute(20), lastSuccessAt: minute(30) })
    expect(fail(gone, 25).issue.status).toBe('deleted')
    expect(fail(gone, 31).issue.status).toBe('open')
  })
})

describe('a report', () => {
  it('stands in the history only where it changes the status or what the issue is about', () => {
    const events = ({ history }: Issue) => history.map(({ event, from, to, item }) => [event, from, to, item])
    const first = issueOf({ at: 1, item: 'a' })
    const same = fail(first, 2).issue
    const other = applyFailure(
      applyFailure(first, readingOf({ at: 2, item: 'a' })).issue,
      readingOf({ at: 3, item: null }),
    )
    expect(events(first)).toEqual([['failure', null, 'open', 'a']])
    expect(same.history).toHaveLength(2)
    expect(events(other.issue)).toEqual([...events(first), ['failure', 'open', 'open', null]])
    const again = applyFailure(other.issue, readingOf({ at: 4, item: null })).issue
    expect(again.history).toEqual(other.issue.history)
  })

  it('is kept by its own name, so that it is not counted twice', () => {
    const issue = applyFailure(
      issueOf({ at: 1, occurrenceId: 'one' }),
      readingOf({ at: 2, occurrenceId: 'two' }),
    ).issue
    expect(issue.reports).toEqual([
      { occurrenceId: 'one', at: NOW },
      { occurrenceId: 'two', at: NOW },
    ])
    expect(fail(issue, 3).issue.reports).toEqual(issue.reports)
  })

  it('of a success tells which document of QuickBooks the record is, as long as no newer one tells another', () => {
    const known = succeed(issues.open, 30, '7').issue
    expect(succeed(known, 40, '8').issue.quickbooksId).toBe('8')
    expect(succeed(known, 40).issue.quickbooksId).toBe('7')
    expect(succeed(known, 20, '6').issue.quickbooksId).toBe('7')
  })
})
