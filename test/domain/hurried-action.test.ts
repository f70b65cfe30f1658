import { describe, expect, it } from '@jest/globals'
import type { Action } from '../../src/domain/action.ts'
import { applyFailure } from '../../src/domain/apply-failure.ts'
import { applySuccess } from '../../src/domain/apply-success.ts'
import { newAction } from '../../src/domain/new-action.ts'
import { host, issueOf, minute, NOW, readingOf } from '../support/readings.ts'

const later = '2099-01-01T00:00:00.000Z'

/** An open issue, whose resync waits for long. */
function waiting(changes: Partial<Action> = {}) {
  const issue = issueOf({ at: 10 })
  const action = newAction(issue, {
    id: 'act_1',
    kind: 'resync',
    state: 'waiting',
    actor: host,
    note: null,
    createdAt: minute(11),
    dueAt: later,
  })
  return { ...issue, action: { ...action, waitingFor: 'outcome' as const, ...changes } }
}

const succeed = (issue: ReturnType<typeof waiting>, at: number) =>
  applySuccess(issue, {
    success: { record: { type: 'invoice', id: 'inv_1' }, occurredAt: minute(at) },
    actor: host,
    now: NOW,
  }).issue.action?.dueAt
const fail = (issue: ReturnType<typeof waiting>) =>
  applyFailure(issue, readingOf({ at: 12 })).issue.action?.dueAt

describe('an action that waits', () => {
  it('is due at once when its issue is resolved without it, and not where nothing came of the report', () => {
    expect(succeed(waiting(), 12)).toBe(NOW)
    expect(succeed(waiting(), 9)).toBe(later)
  })

  it('for the host is due at once when the host reports a failure', () => {
    expect(fail(waiting({ waitingFor: 'host' }))).not.toBe(later)
    expect(fail(waiting())).toBe(later)
  })

  it('is left alone while somebody works at it, and once it is over', () => {
    const lease = { token: 'lease', until: later }
    expect(succeed(waiting({ state: 'running', lease, waitingFor: null }), 12)).toBe(later)
    expect(succeed(waiting({ state: 'cancelled', waitingFor: null, dueAt: null }), 12)).toBeNull()
  })
})
