import { describe, expect, it } from '@jest/globals'
import { issueId } from '../../src/issues/issue-id.ts'
import { actionsAtWork } from '../support/actions-at-work.ts'
import { FakeBooks, type Weather } from '../support/fake-books.ts'
import { errors, newStores, syncFailure, syncSuccess } from '../support/kept-issues.ts'
import { host } from '../support/readings.ts'
import { relayOver } from '../support/relay-over.ts'

let clock = Date.parse('2026-03-09T12:00:00.000Z')
const now = () => new Date(clock)
const stores = await newStores(now)
const { collections, issues, noticeLog } = stores
const relay = relayOver(stores, { now })
const ada = { type: 'member', id: 'ada', via: null } as const
const record = { type: 'invoice', id: 'inv_88' } as const
const wish = { kind: 'resync', actor: ada, note: null, changes: null, link: null } as const
const unrecognized = { error: errors.unrecognized }

let firms = 0

/** A firm, and what is told of its invoice. */
function firm() {
  const firmId = `firm${(firms += 1)}`
  const id = issueId(firmId, record)
  const decide = (kind: 'skip' | 'reopen') =>
    issues.decide(firmId, id, { kind, actor: ada, note: null, ifVersion: undefined })
  return {
    firmId,
    id,
    fails: (at: number, changes = {}) => issues.reportFailure(firmId, syncFailure(at, changes), host),
    goesThrough: (at: number) => issues.reportSuccess(firmId, syncSuccess(at), host),
    skip: () => decide('skip'),
    takeBack: () => decide('reopen'),
    /** The types of what stands in its log. */
    told: async (): Promise<readonly string[]> => {
      await relay()
      return (await noticeLog.after(firmId, 0, 100)).map(({ notice }) => notice.type)
    },
  }
}

/** A firm whose invoice failed and is resynced, in this weather of its books. */
async function resynced(weather: readonly Weather[]) {
  const books = new FakeBooks()
  await books.create({ entity: 'Customer', body: { DisplayName: 'Northwind LLC' }, requestId: 'before' })
  books.weather.push(...weather)
  const one = firm()
  const body = { DocNumber: '1781', TxnDate: '2026-03-02', CustomerRef: { value: '1' }, Line: [] }
  const sent = { entity: 'Invoice', operation: 'create', payload: JSON.stringify(body) } as const
  await one.fails(1, sent)
  const at = actionsAtWork({ collections, books, now })
  await at.request(one.firmId, one.id, { ...wish, id: `act_${one.firmId}` })
  const work = async (): Promise<boolean> => {
    const { dueAt = null } = (await issues.get(one.firmId, one.id))?.doc.action ?? {}
    if (dueAt === null) return false
    clock = Math.max(clock, Date.parse(dueAt))
    await at.performDue()
    return true
  }
  const settle = async () => {
    for (let rounds = 0; rounds < 100 && (await work()); rounds += 1);
  }
  return { ...one, sent, work, settle }
}

describe('an issue', () => {
  it('is told of when it arises, and not when the same failure is repeated', async () => {
    const { fails, told } = firm()
    await fails(1)
    await fails(2)
    expect(await told()).toEqual(['issue.opened'])
  })

  it('is told of when it gets another cause, comes back, and is resolved', async () => {
    const { fails, goesThrough, told } = firm()
    await fails(1)
    await fails(2, unrecognized)
    await goesThrough(3)
    await fails(4)
    expect(await told()).toEqual(['issue.opened', 'issue.cause-changed', 'issue.resolved', 'issue.reopened'])
  })

  it('is told with its record, its cause, and whose doing it was, but not with the text of the error', async () => {
    const { fails, firmId, id } = firm()
    await fails(1)
    await relay()
    const [entry] = await noticeLog.after(firmId, 0, 10)
    expect(entry?.notice).toEqual({
      id: expect.stringMatching(/^evt_/u),
      firmId,
      at: now().toISOString(),
      subject: id,
      sequence: 1,
      type: 'issue.opened',
      issue: {
        id,
        record: { ...record, label: 'Invoice 1781', money: { minor: 125_000, currency: 'USD' } },
        item: 'duplicate-document-number',
        formerItem: null,
        actor: host,
        actionId: null,
      },
    })
  })

  it('that was over before it was known is never told of', async () => {
    const { fails, goesThrough, told } = firm()
    await goesThrough(2)
    await fails(1)
    expect(await told()).toEqual([])
  })

  it('is not told of while it is skipped, whatever comes, and again when the skip is taken back', async () => {
    const { fails, goesThrough, skip, takeBack, told } = firm()
    await fails(1)
    await skip()
    await fails(2, unrecognized)
    await goesThrough(3)
    await fails(4)
    expect(await told()).toEqual(['issue.opened'])
    await takeBack()
    expect(await told()).toEqual(['issue.opened', 'issue.reopened'])
  })

  it('that is kept from before is told of from its next change on', async () => {
    const { fails, goesThrough, firmId, id, told } = firm()
    await fails(1)
    const kept = await collections.issues.get(id)
    if (kept === undefined) throw new Error('It is not kept.')
    const { told: _told, outbox: _outbox, ...before } = kept.doc
    await collections.issues.replace(before, kept.version)
    await fails(2)
    expect(await told()).toEqual([])
    await goesThrough(3)
    expect(await told()).toEqual(['issue.resolved'])
    expect((await noticeLog.after(firmId, 0, 1))[0]?.notice.sequence).toBe(1)
  })
})

describe('a resync', () => {
  it('that succeeds is told as by whom the issue is resolved', async () => {
    const { settle, told, firmId } = await resynced([])
    await settle()
    expect(await told()).toEqual(['issue.opened', 'issue.resolved'])
    expect((await noticeLog.after(firmId, 1, 1))[0]?.notice).toMatchObject({
      issue: { actor: ada, actionId: `act_${firmId}` },
    })
  })

  it('is told of nothing while its second try is still to come, whatever the host reports', async () => {
    const { work, settle, fails, sent, told } = await resynced(['busy'])
    await work()
    await fails(2, { ...sent, ...unrecognized })
    expect(await told()).toEqual(['issue.opened'])
    await settle()
    expect(await told()).toEqual(['issue.opened', 'issue.resolved'])
  })

  it('that waits until somebody connects the firm again is told of once', async () => {
    const { work, settle, told } = await resynced(['disconnected', 'disconnected'])
    await work()
    await work()
    expect(await told()).toEqual(['issue.opened', 'issue.waiting-for-reconnect'])
    await settle()
    expect(await told()).toEqual(['issue.opened', 'issue.waiting-for-reconnect', 'issue.resolved'])
  })
})
