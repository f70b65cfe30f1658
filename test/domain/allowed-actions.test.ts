import { describe, expect, it } from '@jest/globals'
import type { Advice } from '../../src/domain/advice-on.ts'
import { type AllowedAction, allowedActions } from '../../src/domain/allowed-actions.ts'
import type { Evidence } from '../../src/domain/evidence.ts'
import { type IssueStatus, issueStatuses } from '../../src/domain/issue-status.ts'
import { type Role, roles } from '../../src/domain/role.ts'
import { issueOf, minute, NOW } from '../support/readings.ts'

const now = new Date(NOW)
const kinds = ['resync', 'skip', 'delete', 'reopen'] as const

/** Why not, by status, for whoever may act: about an issue whose error offers everything. */
const refusals: Readonly<Record<IssueStatus, Readonly<Record<AllowedAction['kind'], string | null>>>> = {
  open: { resync: null, skip: null, delete: null, reopen: 'not-skipped' },
  resolved: { resync: 'not-open', skip: 'not-open', delete: 'not-open', reopen: 'not-skipped' },
  skipped: { resync: 'not-open', skip: 'not-open', delete: 'not-open', reopen: null },
  deleted: { resync: 'not-open', skip: 'not-open', delete: 'not-open', reopen: 'not-skipped' },
}

const mayAct: Readonly<Record<Role, boolean>> = {
  owner: true,
  admin: true,
  integrator: true,
  staff: false,
  support: false,
}

describe('the actions', () => {
  it.each(issueStatuses.flatMap((status) => roles.map((role) => [status, role] as const)))(
    'on an issue that is %s, for %s, are each allowed or refused with a reason',
    (status, role) => {
      const issue = issueOf({ at: 1, diagnosis: { actions: ['resync', 'skip', 'delete'] } }, { status })
      const actions = allowedActions(issue, role, now)
      expect(actions.map(({ kind }) => kind)).toEqual(kinds)
      for (const { kind, allowed, recommended, reason } of actions) {
        const refusal = mayAct[role] ? refusals[status][kind] : 'role-may-not'
        const due = refusal ?? (kind === 'reopen' ? null : 'cause-not-checked')
        expect([kind, allowed, recommended, reason]).toEqual([kind, refusal === null, false, due])
      }
    },
  )

  it.each(['resync', 'skip', 'delete'] as const)('lack %s where the error does not offer it', (kind) => {
    const offered = (['resync', 'skip', 'delete'] as const).filter((one) => one !== kind)
    for (const status of issueStatuses) {
      const issue = issueOf({ at: 1, diagnosis: { actions: offered } }, { status })
      const action = allowedActions(issue, 'owner', now).find((one) => one.kind === kind)
      expect(action).toEqual({
        kind,
        allowed: false,
        recommended: false,
        reason: 'not-for-this-error',
        link: null,
      })
    }
  })

  it('recommend a resync where the error goes away by itself, to whoever may ask for it', () => {
    const issue = issueOf({ at: 1, diagnosis: { retry: 'transient' } })
    const resync = (role: Role) => allowedActions(issue, role, now)[0]
    expect(resync('owner')).toEqual({
      kind: 'resync',
      allowed: true,
      recommended: true,
      reason: null,
      link: null,
    })
    expect(resync('staff')).toMatchObject({ allowed: false, recommended: false })
  })
})

/** A fact that was read so many minutes before now. */
function factOf(
  minutesAgo: number,
  { cause = 'unknown', recommends = null }: Partial<Pick<Evidence, 'cause' | 'recommends'>> = {},
): Evidence {
  return {
    kind: 'host-record',
    values: { isLinked: true, isRefused: false, isGone: false, quickbooksId: '3188' },
    source: 'host',
    readAt: new Date(now.getTime() - minutesAgo * 60_000).toISOString(),
    cause,
    recommends,
  }
}

describe('facts that were read', () => {
  const advised = (evidence: readonly Evidence[], lastSeenAt = minute(1)) => {
    const actions = allowedActions(issueOf({ at: 1 }, { evidence, lastSeenAt }), 'owner', now)
    const [resync, skip] = actions
    return { resync, skip }
  }
  const reasons: readonly (readonly [Evidence[], Advice['reason']])[] = [
    [[], 'cause-not-checked'],
    [[factOf(1)], 'cause-not-checked'],
    [[factOf(1, { cause: 'gone' })], 'cause-not-checked'],
    [[factOf(1, { cause: 'stands' })], 'cause-stands'],
    [[factOf(1, { cause: 'gone', recommends: 'resync' }), factOf(1, { cause: 'stands' })], 'cause-stands'],
    [[factOf(16, { cause: 'gone', recommends: 'resync' })], 'evidence-old'],
    [[factOf(1, { cause: 'gone', recommends: 'resync' }), factOf(16)], 'evidence-old'],
  ]

  it.each(reasons)('recommend nothing where they say too little: %j', (evidence, reason) => {
    const { resync, skip } = advised(evidence)
    expect(resync).toMatchObject({ allowed: true, recommended: false, reason, link: null })
    expect(skip).toMatchObject({ allowed: true, recommended: false, reason })
  })

  it('recommend a resync once the cause is gone', () => {
    const { resync, skip } = advised([factOf(15, { cause: 'gone', recommends: 'resync' }), factOf(1)])
    expect(resync).toMatchObject({ recommended: true, reason: null, link: null })
    expect(skip).toMatchObject({ recommended: false, reason: 'cause-gone' })
  })

  it('recommend a link where the record is in the books, whatever else stands in its way', () => {
    const { resync, skip } = advised([
      factOf(1, { cause: 'stands', recommends: 'link' }),
      factOf(1, { cause: 'stands' }),
    ])
    expect(resync).toMatchObject({ recommended: true, reason: null, link: { quickbooksId: '3188' } })
    expect(skip).toMatchObject({ recommended: false, reason: 'already-in-books' })
  })

  it('recommend a skip where the record is unwanted', () => {
    const { resync, skip } = advised([factOf(1, { cause: 'stands', recommends: 'skip' })])
    expect(skip).toMatchObject({ recommended: true, reason: null, link: null })
    expect(resync).toMatchObject({ recommended: false, reason: 'cause-stands' })
  })

  it('from before the newest failure recommend nothing', () => {
    const evidence = [factOf(5, { cause: 'gone', recommends: 'resync' })]
    const justBefore = new Date(now.getTime() - 4 * 60_000).toISOString()
    expect(advised(evidence, justBefore).resync).toMatchObject({ recommended: false, reason: 'evidence-old' })
  })

  it('that the cause stands outweigh that such errors pass by themselves', () => {
    const diagnosis = { retry: 'transient' } as const
    const evidence = [factOf(1, { cause: 'stands' })]
    const [resync] = allowedActions(issueOf({ at: 1, diagnosis }, { evidence }), 'owner', now)
    expect(resync).toMatchObject({ recommended: false, reason: 'cause-stands' })
  })
})
