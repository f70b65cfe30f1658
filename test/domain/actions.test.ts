import { describe, expect, it } from '@jest/globals'
import type { Action } from '../../src/domain/action.ts'
import { type ActionStep, advanceAction } from '../../src/domain/advance-action.ts'
import { actionRefusal } from '../../src/domain/action-refusal.ts'
import { cancelAction } from '../../src/domain/cancel-action.ts'
import { claimAction } from '../../src/domain/claim-action.ts'
import type { Issue } from '../../src/domain/issue.ts'
import { newAction } from '../../src/domain/new-action.ts'
import { requestAction } from '../../src/domain/request-action.ts'
import { readingOf, host, issueOf, minute } from '../support/readings.ts'

const ada = { type: 'member', id: 'ada', via: null } as const
const wish = {
  id: 'act_1',
  kind: 'resync',
  actor: ada,
  note: null,
  changes: null,
  link: null,
  bulkId: null,
  now: minute(20),
} as const
const lease = { token: 'mine', until: minute(21) }
const sent = { requestId: 'act_1', entity: 'Invoice', operation: 'create', body: '{}' } as const

/** The open issue of a failure, with this action of it. */
function withAction(changes: Partial<Action> = {}): Issue {
  const issue = issueOf()
  const { now: createdAt, ...beginning } = wish
  const action = newAction(issue, { ...beginning, state: 'queued', createdAt, dueAt: createdAt })
  return { ...issue, action: { ...action, ...changes } }
}

/** The issue after all these steps of whoever holds the lease. */
function after(issue: Issue, ...steps: readonly ActionStep[]): Issue {
  return steps.reduce((before, step) => {
    const advanced = advanceAction(before, 'mine', { ...step, now: minute(22) })
    if (advanced === undefined) throw new Error('The lease is lost.')
    return advanced
  }, issue)
}

const running = () => withAction({ state: 'running', lease, dueAt: lease.until })
const begun = () => after(running(), { step: 'begin-try', sent })
const unknown = { step: 'end-try', outcome: 'unknown', intuitTid: null, quickbooksId: null } as const
const refused = { ...unknown, outcome: 'refused' } as const
const succeeded = { ...unknown, outcome: 'succeeded', quickbooksId: '7' } as const
const waits = { step: 'put-off', waitingFor: 'outcome', until: minute(30) } as const

describe('an action that is asked for', () => {
  it('is queued, and due at once', () => {
    expect(requestAction(issueOf(), wish)).toMatchObject({
      joined: false,
      action: { id: 'act_1', state: 'queued', dueAt: minute(20), tries: [], lease: null },
    })
  })

  it('joins the one that is under way and does the same, whoever asked for that', () => {
    const issue = withAction()
    const asked = requestAction(issue, { ...wish, id: 'act_2', actor: host })
    expect(asked).toEqual({ issue, action: issue.action, joined: true })
  })

  it.each([
    ['other changes', { changes: '{"DocNumber":"2"}' }],
    ['a link', { link: '3188' }],
    ['a deletion', { kind: 'delete' as const }],
  ])('with %s finds the one that is under way in its way', (_name, changes) => {
    expect(requestAction(withAction(), { ...wish, ...changes, id: 'act_2' })).toEqual({ reason: 'under-way' })
  })

  it('is not possible on an issue that is over', () => {
    expect(requestAction({ ...issueOf(), status: 'skipped' }, wish)).toEqual({ reason: 'not-open' })
  })

  it('goes on with what the one before may or may not have written', () => {
    const left = after(begun(), unknown, { step: 'leave-unknown' })
    const asked = requestAction(left, { ...wish, id: 'act_2' })
    expect(asked).toMatchObject({ action: { id: 'act_2', tries: [{ number: 1, requestId: 'act_1' }] } })
  })

  it('begins anew where the one before is known to have written nothing', () => {
    const left = after(begun(), refused, { step: 'refuse', reason: null, faults: [], reading: null })
    expect(requestAction(left, { ...wish, id: 'act_2' })).toMatchObject({ action: { tries: [] } })
  })
})

describe('a claim', () => {
  it('takes what is due, until the end of the lease', () => {
    expect(claimAction(withAction(), lease, minute(20))?.action).toMatchObject({
      state: 'running',
      lease,
      dueAt: lease.until,
    })
  })

  it('takes nothing before it is due', () => {
    expect(claimAction(withAction({ dueAt: minute(21) }), lease, minute(20))).toBeUndefined()
  })

  it('takes nothing that somebody else holds, until that lease is over', () => {
    const theirs = running()
    const mine = { token: 'other', until: minute(40) }
    expect(claimAction(theirs, mine, minute(20))).toBeUndefined()
    expect(claimAction(theirs, mine, minute(21))?.action.lease).toEqual(mine)
  })

  it('takes nothing that is over', () => {
    const over = after(running(), { step: 'succeed', outcome: 'linked', quickbooksId: '7', reason: null })
    expect(claimAction(over, lease, minute(50))).toBeUndefined()
    expect(claimAction(issueOf(), lease, minute(50))).toBeUndefined()
  })
})

describe('a step', () => {
  const steps: readonly ActionStep[] = [
    { step: 'renew', until: minute(50) },
    { step: 'begin-try', sent },
    succeeded,
    { step: 'drop-try' },
    waits,
    { step: 'succeed', outcome: 'created', quickbooksId: '7', reason: null },
    { step: 'refuse', reason: 'cancelled', faults: [], reading: null },
    { step: 'cancel', reason: 'cancelled' },
    { step: 'leave-unknown' },
  ]

  it.each(steps.map((step) => [step.step, step] as const))(
    'of whoever has lost the lease changes nothing: %s',
    (_name, step) => {
      expect(advanceAction(running(), 'theirs', { ...step, now: minute(22) })).toBeUndefined()
      expect(advanceAction(withAction(), 'mine', { ...step, now: minute(22) })).toBeUndefined()
      expect(advanceAction(issueOf(), 'mine', { ...step, now: minute(22) })).toBeUndefined()
    },
  )

  it('that ends the action gives the lease back', () => {
    const over = after(running(), { step: 'refuse', reason: 'books-closed', faults: [], reading: null })
    expect(over.action).toMatchObject({ state: 'refused', lease: null, dueAt: null, waitingFor: null })
    expect(
      advanceAction(over, 'mine', { step: 'cancel', reason: 'cancelled', now: minute(23) }),
    ).toBeUndefined()
  })

  it('that waits for the same again counts how often', () => {
    const claimed = (issue: Issue) => claimAction(issue, lease, minute(30))?.issue ?? issue
    const once = after(running(), waits)
    const twice = after(claimed(once), waits)
    const other = after(claimed(twice), { ...waits, waitingFor: 'host' })
    expect([once, twice, other].map(({ action }) => action?.delays)).toEqual([1, 2, 1])
  })
})

describe('the tries of an action', () => {
  it('are two at most', () => {
    const twice = after(
      begun(),
      refused,
      { step: 'begin-try', sent: { ...sent, requestId: 'act_1-2' } },
      refused,
    )
    expect(twice.action?.tries.map(({ number, requestId }) => [number, requestId])).toEqual([
      [1, 'act_1'],
      [2, 'act_1-2'],
    ])
    expect(() => after(twice, { step: 'begin-try', sent })).toThrow('must not write again')
  })

  it('are no more once one has written', () => {
    expect(() => after(begun(), succeeded, { step: 'begin-try', sent })).toThrow('must not write again')
  })

  it('keep what is sent until it is known how they ended', () => {
    expect(after(begun(), unknown).action?.tries).toMatchObject([
      { outcome: 'unknown', endedAt: null, body: '{}' },
    ])
    expect(after(begun(), refused).action?.tries).toMatchObject([
      { outcome: 'refused', endedAt: minute(22), body: null },
    ])
  })

  it('are not counted where nothing left', () => {
    expect(after(begun(), { step: 'drop-try' }).action?.tries).toEqual([])
  })
})

describe('the end of an action', () => {
  it('resolves the issue where the record is in the books, with a line of history', () => {
    const issue = after(
      begun(),
      { ...succeeded, intuitTid: '1-a' },
      {
        step: 'succeed',
        outcome: 'created',
        quickbooksId: '7',
        reason: null,
      },
    )
    expect(issue).toMatchObject({ status: 'resolved', quickbooksId: '7', closedAt: minute(22) })
    expect(issue.history.at(-1)).toMatchObject({
      event: 'resync',
      actor: ada,
      from: 'open',
      to: 'resolved',
      intuitTid: '1-a',
      actionId: 'act_1',
    })
  })

  it('leaves the issue open with what was said now, where it was refused', () => {
    const reading = readingOf({ at: 21, item: 'deleted-customer' })
    const issue = after(begun(), refused, { step: 'refuse', reason: null, faults: [], reading })
    expect(issue).toMatchObject({ status: 'open', item: 'deleted-customer', occurrences: 2 })
    expect(issue.history.at(-1)).toMatchObject({ event: 'resync', from: 'open', to: 'open' })
  })
})

describe('taking back', () => {
  const taken = (issue: Issue) => cancelAction(issue, { actor: host, reason: 'cancelled', now: minute(25) })

  it('is possible while it is queued or waits', () => {
    for (const issue of [withAction(), after(running(), waits), after(begun(), refused, waits)]) {
      expect(taken(issue)).toMatchObject({
        status: 'open',
        action: { state: 'cancelled', reason: 'cancelled', dueAt: null, waitingFor: null },
      })
      expect(taken(issue)?.history.at(-1)).toMatchObject({
        event: 'resync',
        actor: host,
        reason: 'cancelled',
      })
    }
  })

  it.each([
    ['while somebody works at it', running()],
    ['while nobody knows whether it has written something', after(begun(), unknown, waits)],
    ['once it has written', after(begun(), succeeded, { ...waits, waitingFor: 'host' })],
    ['once it is over', after(running(), { step: 'cancel', reason: 'cancelled' })],
    ['where there is none', issueOf()],
  ])('is not possible %s', (_name, issue) => {
    expect(taken(issue)).toBeUndefined()
  })
})

describe('a skip', () => {
  const refusalOf = (issue: Issue) => actionRefusal(issue, 'skip', 'owner')

  it('is possible while an action waits, which then gives way', () => {
    expect(refusalOf(withAction())).toBeNull()
    expect(refusalOf(after(running(), waits))).toBeNull()
  })

  it.each([
    ['is at work', running()],
    ['may have written something', after(begun(), unknown, waits)],
    ['has written something', after(begun(), succeeded, { ...waits, waitingFor: 'host' })],
  ])('is not possible while an action %s', (_name, issue) => {
    expect(refusalOf(issue)).toBe('under-way')
  })
})
