import { describe, expect, it } from '@jest/globals'
import { createApp } from '../../src/app.ts'
import { root } from '../../src/root.ts'
import { purge } from '../../src/retention/purge.ts'
import { temporaryStorage } from '../support/temporary-storage.ts'

const DAY = 24 * 60 * 60 * 1000
const START = Date.parse('2026-01-01T00:00:00Z')
const actor = { type: 'key', id: 'k', via: null } as const

/** A firm whose clock the test turns, and what is cleared away at a time. */
async function firm() {
  let time = START
  const app = await createApp(root)
  const stores = await app.stores(await temporaryStorage(), () => new Date(time))
  const { issues, everything, collections } = stores
  const everyIssue = everything.find(({ name }) => name === 'issues')
  if (everyIssue === undefined) throw new Error('There are no issues.')
  const expiring = everything.filter(({ sortedBy }) => sortedBy === 'expiresAt')
  const { movedHistory, pastActions } = collections
  const facts = { locale: 'en-US', timeZone: 'UTC', currency: 'USD', notificationAddresses: [] }
  await stores.firms.put('acme', { name: 'Acme Accounting', ...facts })
  const moment = () => new Date(time).toISOString()
  return {
    ...stores,
    after: (days: number) => {
      time = START + days * DAY
    },
    fail: async (id: string) => {
      const record = {
        type: 'invoice',
        id,
        label: id,
        url: null,
        money: null,
        date: null,
        client: null,
      } as const
      const { issue } = await issues.reportFailure(
        'acme',
        { error: 'x', record, occurredAt: moment() },
        actor,
      )
      return issue.doc.id
    },
    succeed: (id: string) =>
      issues.reportSuccess('acme', { record: { type: 'invoice', id }, occurredAt: moment() }, actor),
    decide: (id: string, kind: 'skip' | 'reopen') =>
      issues.decide('acme', id, { kind, actor, note: null, ifVersion: undefined }),
    clear: (retentionDays: number) =>
      purge({ everyIssue, movedHistory, pastActions, expiring, retentionDays }, new Date(time)),
  }
}

describe('clearing away', () => {
  it('takes issues that were resolved long ago, and no open or skipped ones, however old', async () => {
    const acme = await firm()
    const [open, resolved, skipped] = [await acme.fail('a'), await acme.fail('b'), await acme.fail('c')]
    acme.after(1)
    await acme.succeed('b')
    await acme.decide(skipped, 'skip')
    acme.after(30)
    expect(await acme.clear(30)).toBe(0)
    acme.after(32)
    expect(await acme.clear(30)).toBe(1)
    expect(await acme.issues.get('acme', resolved)).toBeUndefined()
    for (const id of [open, skipped]) expect(await acme.issues.get('acme', id)).toBeDefined()
  })

  it('takes the history and the actions that such an issue had no room for', async () => {
    const acme = await firm()
    const id = await acme.fail('a')
    for (let i = 0; i < 60; i++) await acme.decide(id, i % 2 === 0 ? 'skip' : 'reopen')
    acme.after(1)
    await acme.succeed('a')
    const { movedHistory, pastActions } = acme.collections
    const moved = async () => [
      (await movedHistory.page({ index: 'all', limit: 100 })).length,
      (await pastActions.page({ index: 'all', limit: 100 })).length,
    ]
    expect(await moved()).toEqual([12, 59])
    acme.after(40)
    await acme.clear(30)
    expect(await moved()).toEqual([0, 0])
  })

  it('takes sessions and links once they are over', async () => {
    const acme = await firm()
    await acme.members.put({
      id: 'm',
      firmId: 'acme',
      name: 'Ada',
      email: null,
      role: 'owner',
      language: null,
    })
    const signIn = { firmId: 'acme', memberId: 'm', language: null }
    const { token } = await acme.portal.createLink(signIn)
    await acme.portal.signIn(token)
    await acme.portal.createLink(signIn)
    await acme.clear(30)
    const count = async () =>
      (await acme.collections.sessions.page({ index: 'all', limit: 9 })).length +
      (await acme.collections.portalLinks.page({ index: 'all', limit: 9 })).length
    expect(await count()).toBe(2)
    acme.after(1)
    await acme.clear(30)
    expect(await count()).toBe(0)
  })
})
