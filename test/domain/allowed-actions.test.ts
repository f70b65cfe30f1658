import { describe, expect, it } from '@jest/globals'
import { type AllowedAction, allowedActions } from '../../src/domain/allowed-actions.ts'
import { type IssueStatus, issueStatuses } from '../../src/domain/issue-status.ts'
import { type Role, roles } from '../../src/domain/role.ts'
import { issueOf } from '../support/readings.ts'

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
      const actions = allowedActions(issue, role)
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
      const action = allowedActions(issue, 'owner').find((one) => one.kind === kind)
      expect(action).toEqual({ kind, allowed: false, recommended: false, reason: 'not-for-this-error' })
    }
  })

  it('recommend a resync where the error goes away by itself, to whoever may ask for it', () => {
    const issue = issueOf({ at: 1, diagnosis: { retry: 'transient' } })
    const resync = (role: Role) => allowedActions(issue, role)[0]
    expect(resync('owner')).toEqual({ kind: 'resync', allowed: true, recommended: true, reason: null })
    expect(resync('staff')).toMatchObject({ allowed: false, recommended: false })
  })
})
