import { describe, expect, it } from '@jest/globals'
import type { Action } from '../../../src/domain/action.ts'
import { type Language, languages } from '../../../src/domain/language.ts'
import { type MessageKey, type MessageValues, translate } from '../../../src/messages/translate.ts'
import { serviceWithBooks } from '../../support/issue-in-books.ts'
import { putAction } from '../../support/put-action.ts'

const { service, sandbox, anIssue } = await serviceWithBooks()

const says = (key: MessageKey, values?: MessageValues, language: Language = 'en') =>
  translate(language)(key, values).replace(/\s+/gu, ' ')

const at = '2026-03-02T09:41:00.000Z'
const sent = {
  number: 1,
  requestId: 'act_1',
  startedAt: at,
  endedAt: at,
  outcome: 'refused',
  intuitTid: '1-abc',
  entity: 'Invoice',
  operation: 'create',
  body: null,
} as const

describe('the page of an issue', () => {
  const states: readonly (readonly [string, Partial<Action>, readonly MessageKey[], boolean])[] = [
    ['in line', { state: 'queued' }, ['progress.queued', 'progress.cancel'], true],
    ['under way', { state: 'running' }, ['progress.running'], true],
    [
      'waiting for its turn',
      { state: 'waiting', waitingFor: 'rate-limit' },
      ['waiting.rate-limit', 'progress.cancel'],
      true,
    ],
    ['waiting for an owner', { state: 'waiting', waitingFor: 'connection' }, ['waiting.connection'], true],
    [
      'waiting for what was sent',
      { state: 'waiting', waitingFor: 'outcome', tries: [{ ...sent, endedAt: null, outcome: 'unknown' }] },
      ['waiting.outcome', 'progress.tries'],
      true,
    ],
    [
      'created',
      { state: 'succeeded', outcome: 'created', quickbooksId: '3190' },
      ['progress.created'],
      false,
    ],
    [
      'updated',
      { state: 'succeeded', outcome: 'updated', quickbooksId: '3190' },
      ['progress.updated'],
      false,
    ],
    [
      'linked, but the practice software does not know',
      { state: 'succeeded', outcome: 'linked', quickbooksId: '3190', reason: 'host-not-told' },
      ['progress.linked', 'reason.host-not-told'],
      false,
    ],
    ['refused', { state: 'refused', reason: 'books-closed' }, ['reason.books-closed'], false],
    [
      'refused once more',
      { state: 'refused', tries: [sent], intuitTid: '1-abc' },
      ['progress.refused.again', 'fact.intuitTid'],
      false,
    ],
    ['unknown', { state: 'unknown', reason: 'unknown-outcome' }, ['reason.unknown-outcome'], false],
    ['cancelled', { state: 'cancelled', reason: 'cancelled' }, ['reason.cancelled'], false],
  ]

  it.each(states)('tells of an action that is %s', async (_, action, keys, isUnderWay) => {
    const { firmId, id, ask, read } = await anIssue({ isConnected: false })
    await putAction(service.stores, firmId, id, action)
    const { text } = await ask('')
    expect(text.includes('data-under-way="true"')).toBe(isUnderWay)
    for (const language of languages) {
      const page = await read('', 'owner', { lang: language })
      for (const key of keys) expect(page).toContain(says(key, undefined, language))
    }
    // Whoever may not act reads all the same.
    expect(await read('', 'staff')).toContain(says(keys[0] ?? 'progress.done'))
    expect(await read('', 'staff')).not.toContain(says('progress.cancel'))
  })

  it('says until when it waits, and for which record', async () => {
    const { firmId, id, read } = await anIssue({ isConnected: false })
    const dueAt = '2030-03-02T15:41:00.000Z'
    await putAction(service.stores, firmId, id, { state: 'waiting', waitingFor: 'client/c_7', dueAt })
    const page = await read()
    expect(page).toContain(says('waiting.record', { label: 'Client c_7' }))
    expect(page).toContain(says('progress.waiting.until', { at: 'Mar 2, 2030, 10:41 a.m.' }).slice(0, 40))
  })

  it('offers nothing while something is under way, except what stops it', async () => {
    const { firmId, id, ask, read } = await anIssue({ isConnected: false })
    await putAction(service.stores, firmId, id, { state: 'running' })
    expect(await read()).toContain(says('reason.under-way'))
    expect((await ask('')).text).not.toContain('act-resync')
  })

  it('takes an action back that waits, and puts that on record', async () => {
    const { firmId, id, post, issue, read } = await anIssue({ isConnected: false })
    const { id: actionId } = await putAction(service.stores, firmId, id)
    expect((await post(`/actions/${actionId}/cancel`, {}, 'staff')).status).toBe(403)
    const foreign = { 'Sec-Fetch-Site': 'cross-site' }
    expect((await post(`/actions/${actionId}/cancel`, {}, 'owner', foreign)).status).toBe(403)
    expect((await issue()).action?.state).toBe('queued')
    expect((await post(`/actions/${actionId}/cancel`, {}, 'admin')).status).toBe(303)
    expect((await issue()).action?.state).toBe('cancelled')
    const page = await read()
    expect(page).toContain(says('history.resync', { actor: 'Béatrice Roy', ended: 'cancelled' }))
    // A second click changes nothing.
    expect((await post(`/actions/${actionId}/cancel`, {})).status).toBe(303)
  })

  it('has a line of history for what was refused, with its reason, and for what went through, with Intuit’s number', async () => {
    const { post, work, read, realmId, issue } = await anIssue()
    sandbox.company.person(realmId, { act: 'change-settings', settings: { bookCloseDate: '2026-03-31' } })
    await post('/actions', { kind: 'resync', form: 'f-1' })
    await work()
    sandbox.company.person(realmId, { act: 'change-settings', settings: { bookCloseDate: null } })
    await post('/actions', { kind: 'resync', form: 'f-2' })
    await work()
    const { action } = await issue()
    const page = await read()
    expect(page).toContain(says('history.resync', { actor: 'Ada Nowak', ended: 'not-done' }))
    expect(page).toContain(says('reason.books-closed'))
    expect(page).toContain(says('history.resync', { actor: 'Ada Nowak', ended: 'done' }))
    expect(action?.intuitTid).not.toBeNull()
    expect(page).toContain(String(action?.intuitTid))
    expect(page).toContain(String(action?.quickbooksId))
  })
})
