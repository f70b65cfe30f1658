import { describe, expect, it } from '@jest/globals'
import fc from 'fast-check'
import { applyFailure } from '../../src/domain/apply-failure.ts'
import { applySuccess } from '../../src/domain/apply-success.ts'
import type { Issue } from '../../src/domain/issue.ts'
import { newIssue } from '../../src/domain/new-issue.ts'
import { permutationsOf } from '../support/permutations.ts'
import { host, minute, NOW, readingOf } from '../support/readings.ts'

interface Report {
  readonly kind: 'failure' | 'success'
  readonly at: number
  readonly item?: string | null
}

interface Known {
  readonly issue?: Issue
  /** The newest success of a record without an issue. */
  readonly lastSuccessAt: string | null
}

/** What is known after a report, as the use cases bring the reports in. */
function after({ issue, lastSuccessAt }: Known, { kind, at, item }: Report): Known {
  if (kind === 'success') {
    const success = { record: { type: 'invoice' as const, id: 'inv_1' }, occurredAt: minute(at) }
    if (issue !== undefined) {
      return { issue: applySuccess(issue, { success, actor: host, now: NOW }).issue, lastSuccessAt }
    }
    const isNewer = lastSuccessAt === null || minute(at) > lastSuccessAt
    return { lastSuccessAt: isNewer ? minute(at) : lastSuccessAt }
  }
  const reading = readingOf({ at, item })
  return {
    issue:
      issue === undefined
        ? newIssue({ id: 'iss_1', firmId: 'acme', lastSuccessAt, quickbooksId: null }, reading)
        : applyFailure(issue, reading).issue,
    lastSuccessAt,
  }
}

/** How reports end, as far as their order must not matter. */
function endOf(reports: readonly Report[]) {
  const known = reports.reduce(after, { lastSuccessAt: null })
  if (known.issue === undefined) return { lastSuccessAt: known.lastSuccessAt }
  const { status, occurrences, firstSeenAt, lastSeenAt, lastSuccessAt, closedAt, item, diagnosis } =
    known.issue
  return { status, occurrences, firstSeenAt, lastSeenAt, lastSuccessAt, closedAt, item, diagnosis }
}

/** How they must end: the newest report decides, and what went through at the moment of a failure is over. */
function dueOf(reports: readonly Report[]) {
  const failed = reports
    .filter(({ kind }) => kind === 'failure')
    .map(({ at }) => minute(at))
    .toSorted()
  const succeeded = reports
    .filter(({ kind }) => kind === 'success')
    .map(({ at }) => minute(at))
    .toSorted()
  const [lastSeenAt, lastSuccessAt] = [failed.at(-1), succeeded.at(-1) ?? null]
  if (lastSeenAt === undefined) return { lastSuccessAt }
  const isOver = lastSuccessAt !== null && lastSuccessAt >= lastSeenAt
  return {
    status: isOver ? 'resolved' : 'open',
    occurrences: failed.length,
    firstSeenAt: failed[0],
    lastSeenAt,
    lastSuccessAt,
    closedAt: isOver ? lastSuccessAt : null,
  }
}

const failure = (at: number, item: string | null = 'duplicate-name'): Report => ({
  kind: 'failure',
  at,
  item,
})
const success = (at: number): Report => ({ kind: 'success', at })

const stories: Readonly<Record<string, readonly Report[]>> = {
  'a failure, and its success': [failure(1), success(2)],
  'a success, and a later failure': [success(1), failure(2)],
  'a success at the moment of its failure': [failure(1), success(1)],
  'a failure between two successes': [success(1), failure(2), success(3)],
  'failures before and after a success': [failure(1), success(2), failure(3)],
  'a success at the moment of the second failure': [failure(1), failure(2), success(2), success(1)],
  'different errors, one after the other': [failure(1, 'a'), failure(2, 'b'), failure(3, null), success(2)],
  'different errors at the same moment': [failure(2, 'a'), failure(2, 'b'), failure(2, null), failure(1)],
  'the same failure again and again': [failure(1), failure(1), failure(1), success(1)],
  'a long quarrel': [failure(1, 'a'), success(2), failure(3, 'b'), success(4), failure(5, 'c'), success(3)],
}

describe('reports of one record', () => {
  it.each(Object.entries(stories))('end the same in every order: %s', (_name, reports) => {
    const due = endOf(reports)
    expect(due).toMatchObject(dueOf(reports))
    for (const order of permutationsOf(reports)) expect(endOf(order)).toEqual(due)
  })

  it('end the same in every order, whatever they are', () => {
    const report = fc.record({
      kind: fc.constantFrom('failure' as const, 'success' as const),
      at: fc.integer({ min: 1, max: 4 }),
      item: fc.constantFrom('a', 'b', null),
    })
    const orders = fc
      .array(report, { minLength: 1, maxLength: 9 })
      .chain((reports) =>
        fc.tuple(
          fc.constant(reports),
          fc.shuffledSubarray(reports, { minLength: reports.length, maxLength: reports.length }),
        ),
      )
    fc.assert(
      fc.property(orders, ([one, other]) => {
        expect(endOf(one)).toEqual(endOf(other))
        expect(endOf(one)).toMatchObject(dueOf(one))
      }),
      { numRuns: 2_000 },
    )
  })

  it('are about the newest failure, not about the one reported last', () => {
    expect(endOf([failure(3, 'c'), failure(1, 'a'), failure(2, 'b')]).item).toBe('c')
  })
})
