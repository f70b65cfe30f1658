import { describe, expect, it } from '@jest/globals'
import { type Schemas, startService } from '../support/api-client.ts'
import { faultsIn, itIsOnlyFor } from '../support/refusals.ts'
import {
  addFirm,
  anIssue,
  failureOf,
  headersOf,
  hoursAgo,
  NOW,
  recordOf,
  sessionOf,
} from '../support/tenant.ts'

const FIRM = '/v1/firms/acme'

const service = await startService({}, { now: () => NOW })
const { api, stores } = service
const host = await addFirm(api, stores)
const keyId = String(host.Authorization).split('_')[1]
for (const role of ['admin', 'staff']) {
  await api.ask('put', `${FIRM}/members/${role}`, { body: { name: role, role }, headers: host })
}

type Issue = Pick<Schemas['Issue'], 'id'>

const addressOf = ({ id }: Issue) => `${FIRM}/issues/${id}`
const act = (issue: Issue, body: unknown, headers: Record<string, string> = host) =>
  api.post(`${addressOf(issue)}/actions`, body, headers)
const read = async (issue: Issue) => (await api.get(addressOf(issue), host)).as('Issue')
const historyOf = async (issue: Issue) =>
  (await api.get(`${addressOf(issue)}/history`, host)).as('HistoryPage').data

let keys = 0
/** Asks for something that is performed later. */
const perform = (issue: Issue, body: unknown, headers: Record<string, string> = host) =>
  act(issue, body, { 'Idempotency-Key': `key-${(keys += 1)}`, ...headers })

/** Why an action that is not possible now is not. */
async function reasonOf(issue: Issue, kind: string): Promise<string | undefined> {
  const answer = await act(issue, { kind })
  expect(answer.status).toBe(409)
  const { code, reason } = answer.as('Problem')
  expect(code).toBe('action-not-available')
  return reason
}

describe('a skip', () => {
  it('closes the issue, and is told as done', async () => {
    const issue = await anIssue(api, host, 'a')
    const answer = await act(issue, { kind: 'skip', note: 'Entered by hand' })
    expect(answer.status).toBe(201)
    const action = answer.as('Action')
    expect(action).toMatchObject({
      issueId: issue.id,
      firmId: 'acme',
      kind: 'skip',
      state: 'succeeded',
      actor: { type: 'key', id: keyId, via: null },
      note: 'Entered by hand',
      createdAt: NOW.toISOString(),
      updatedAt: NOW.toISOString(),
    })
    expect(await read(issue)).toMatchObject({ status: 'skipped', closedAt: NOW.toISOString(), version: 2 })
    expect((await historyOf(issue))[0]).toMatchObject({
      event: 'skip',
      from: 'open',
      to: 'skipped',
      note: 'Entered by hand',
      actionId: action.id,
    })
  })

  it('stands, silently, while the record goes on failing, until somebody takes it back', async () => {
    const issue = await anIssue(api, host, 'b', { occurredAt: hoursAgo(5) })
    await act(issue, { kind: 'skip' })
    const silent = await anIssue(api, host, 'b', { occurredAt: hoursAgo(3) })
    expect(silent).toMatchObject({ status: 'skipped', occurrences: 2 })
    expect(await historyOf(issue)).toHaveLength(2)
    const answer = await act(issue, { kind: 'reopen' })
    expect(answer.as('Action')).toMatchObject({ kind: 'reopen', state: 'succeeded', note: null })
    expect(await read(issue)).toMatchObject({ status: 'open', closedAt: null, occurrences: 2 })
  })

  it('that is taken back after the record went through leaves the issue resolved', async () => {
    const issue = await anIssue(api, host, 'c', { occurredAt: hoursAgo(5) })
    await act(issue, { kind: 'skip' })
    const success = { record: { type: 'invoice', id: 'c' }, occurredAt: hoursAgo(2) }
    await api.post(`${FIRM}/successes`, success, host)
    await act(issue, { kind: 'reopen' })
    expect(await read(issue)).toMatchObject({ status: 'resolved', closedAt: hoursAgo(2) })
    expect((await historyOf(issue))[0]).toMatchObject({ event: 'reopen', from: 'skipped', to: 'resolved' })
  })

  it('is done once, however many skip at the same time', async () => {
    const issue = await anIssue(api, host, 'd')
    const answers = await Promise.all(Array.from({ length: 5 }, () => act(issue, { kind: 'skip' })))
    expect(answers.map(({ status }) => status).toSorted()).toEqual([201, 409, 409, 409, 409])
    expect(await historyOf(issue)).toHaveLength(2)
  })

  it('has a note that can be written, even if half a character was sent', async () => {
    const issue = await anIssue(api, host, 'e')
    const action = (await act(issue, '{"kind":"skip","note":"\\ud83d"}')).as('Action')
    expect(action.note).toBe('\ufffd')
  })
})

describe('a resync', () => {
  it('is kept, and told where it can be read', async () => {
    const issue = await anIssue(api, host, 'resync')
    const changes = { DocNumber: '1782' }
    const answer = await perform(issue, { kind: 'resync', changes, note: 'New number', actor: 'admin' })
    expect(answer.status).toBe(202)
    const action = answer.as('Action')
    expect(action).toMatchObject({
      issueId: issue.id,
      kind: 'resync',
      state: 'queued',
      waitingFor: null,
      actor: { type: 'member', id: 'admin', via: keyId },
      note: 'New number',
      tries: [],
      outcome: null,
    })
    expect(answer.headers).toMatchObject({
      location: `${addressOf(issue)}/actions/${action.id}`,
      'retry-after': '1',
    })
    expect((await api.get(answer.headers.location ?? '', host)).as('Action')).toEqual(action)
    expect((await read(issue)).currentAction).toEqual(action)
    expect((await read(issue)).status).toBe('open')
  })

  it('needs a key of its own, as a deletion does', async () => {
    const issue = await anIssue(api, host, 'keyless')
    const record = recordOf({ id: 'srv', type: 'service' })
    const service = await anIssue(api, host, 'srv', { record, error: 'Please specify the income account' })
    for (const [one, kind] of [
      [issue, 'resync'],
      [service, 'delete'],
    ] as const) {
      const answer = await act(one, { kind })
      expect(answer.status).toBe(400)
      expect(answer.as('Problem').code).toBe('idempotency-key-required')
      expect((await perform(one, { kind })).status).toBe(202)
    }
  })

  it('is one action for all who ask for the same, at once or later', async () => {
    const issue = await anIssue(api, host, 'many')
    const answers = await Promise.all(Array.from({ length: 4 }, () => perform(issue, { kind: 'resync' })))
    const later = await perform(issue, { kind: 'resync' })
    expect([...answers, later].map(({ status }) => status)).toEqual([202, 202, 202, 202, 202])
    expect(new Set([...answers, later].map((answer) => answer.as('Action').id)).size).toBe(1)
  })

  it('that is asked for again after a crash, before anybody kept the answer, is the same action', async () => {
    const issue = await anIssue(api, host, 'crash')
    const headers = { ...host, 'Idempotency-Key': 'crash' }
    const first = (await perform(issue, { kind: 'resync' }, headers)).as('Action')
    await api.post(`${addressOf(issue)}/actions/${first.id}/cancel`, undefined, host)
    const { keptAnswers } = stores.collections
    for (const { doc, version } of await keptAnswers.page({ index: 'all', limit: 1_000 })) {
      await keptAnswers.remove(doc.id, version)
    }
    const again = await perform(issue, { kind: 'resync' }, headers)
    expect(again.status).toBe(202)
    expect(again.headers).not.toHaveProperty('idempotent-replayed')
    expect(again.as('Action')).toMatchObject({ id: first.id, state: 'cancelled' })
  })

  it('that has not begun gives way to a skip', async () => {
    const issue = await anIssue(api, host, 'gives-way')
    const { id } = (await perform(issue, { kind: 'resync' })).as('Action')
    expect((await act(issue, { kind: 'skip' })).status).toBe(201)
    const given = await api.get(`${addressOf(issue)}/actions/${id}`, host)
    expect(given.as('Action')).toMatchObject({ state: 'cancelled', reason: 'skipped' })
  })

  it.each([
    ['with a link that is none', { link: { quickbooksId: 'x' } }, 'body /link/quickbooksId pattern'],
    ['with changes that are no object', { changes: [] }, 'body /changes type'],
  ])('is refused %s', async (_name, body, fault) => {
    const issue = await anIssue(api, host, 'wrong')
    expect(faultsIn(await perform(issue, { kind: 'resync', ...body }))).toEqual([fault])
  })
})

describe('an action is on record', () => {
  it('as that of the member who is signed in', async () => {
    for (const member of ['mem_1', 'admin']) {
      const issue = await anIssue(api, host, `by_${member}`)
      await act(issue, { kind: 'skip' }, await sessionOf(service, member))
      expect((await historyOf(issue))[0]?.actor).toEqual({ type: 'member', id: member, via: null })
    }
  })

  it('as that of the member whom the host’s key acts for, and of the key', async () => {
    const issue = await anIssue(api, host, 'via')
    const action = (await act(issue, { kind: 'skip', actor: 'admin' })).as('Action')
    expect(action.actor).toEqual({ type: 'member', id: 'admin', via: keyId })
    expect((await historyOf(issue))[0]?.actor).toEqual(action.actor)
  })

  it('as that of the member who names themselves, and of the key where nobody is named', async () => {
    const issue = await anIssue(api, host, 'self')
    const owner = await sessionOf(service)
    const skip = (await act(issue, { kind: 'skip', actor: 'mem_1' }, owner)).as('Action')
    expect(skip.actor).toEqual({ type: 'member', id: 'mem_1', via: null })
    const reopen = (await act(issue, { kind: 'reopen', actor: null })).as('Action')
    expect(reopen.actor).toEqual({ type: 'key', id: keyId, via: null })
  })
})

describe('an action for a member is refused', () => {
  it('whom the firm does not have', async () => {
    const issue = await anIssue(api, host, 'f')
    await addFirm(api, stores, 'beta')
    await api.ask('put', '/v1/firms/beta/members/only-beta', {
      body: { name: 'Beta', role: 'owner' },
      headers: host,
    })
    for (const actor of ['nobody', 'only-beta']) {
      expect(faultsIn(await act(issue, { kind: 'skip', actor }))).toEqual(['body /actor unknown'])
    }
    expect((await read(issue)).status).toBe('open')
  })

  it('who may not do it themselves', async () => {
    const issue = await anIssue(api, host, 'g')
    const answer = await act(issue, { kind: 'skip', actor: 'staff' })
    expect(answer.status).toBe(403)
    expect(answer.as('Problem').code).toBe('forbidden')
    expect((await read(issue)).status).toBe('open')
  })

  it('by anybody but the host', async () => {
    const issue = await anIssue(api, host, 'h')
    for (const headers of [await sessionOf(service), await headersOf(stores, 'admin', 'acme')]) {
      expect((await act(issue, { kind: 'skip', actor: 'admin' }, headers)).status).toBe(403)
    }
  })
})

describe('an action is not possible', () => {
  it('on an issue that is over, and says why', async () => {
    const issue = await anIssue(api, host, 'i', { occurredAt: hoursAgo(5) })
    expect(await reasonOf(issue, 'reopen')).toBe('not-skipped')
    await act(issue, { kind: 'skip' })
    expect(await reasonOf(issue, 'skip')).toBe('not-open')
    await act(issue, { kind: 'reopen' })
    const success = { record: { type: 'invoice', id: 'i' }, occurredAt: hoursAgo(1) }
    await api.post(`${FIRM}/successes`, success, host)
    expect(await reasonOf(issue, 'skip')).toBe('not-open')
    expect(await reasonOf(issue, 'reopen')).toBe('not-skipped')
  })

  it('to delete, if its error or its record is not made for that', async () => {
    expect(await reasonOf(await anIssue(api, host, 'j'), 'delete')).toBe('not-for-this-error')
  })

  it('while another one is under way', async () => {
    const issue = await anIssue(api, host, 'k')
    await perform(issue, { kind: 'resync' })
    const other = await perform(issue, { kind: 'resync', changes: { DocNumber: '1782' } })
    expect(other.status).toBe(409)
    expect(other.as('Problem').reason).toBe('under-way')
    expect(await reasonOf(issue, 'reopen')).toBe('under-way')
  })

  it('from a page of another site', async () => {
    const issue = await anIssue(api, host, 'l')
    const headers = { ...(await sessionOf(service)), Origin: 'https://evil.example' }
    expect((await act(issue, { kind: 'skip' }, headers)).as('Problem').code).toBe('foreign-origin')
    const owner = await sessionOf(service)
    const crossSite = { ...owner, 'Sec-Fetch-Site': 'cross-site' }
    expect((await act(issue, { kind: 'skip' }, crossSite)).status).toBe(403)
    expect((await act(issue, { kind: 'skip' }, { ...owner, 'Sec-Fetch-Site': 'same-origin' })).status).toBe(
      201,
    )
  })
})

describe('an action that rests on a version', () => {
  it('is done on that version', async () => {
    const issue = await anIssue(api, host, 'm')
    const { etag = '' } = (await api.get(`${addressOf(issue)}?lang=fr`, host)).headers
    expect((await act(issue, { kind: 'skip' }, { ...host, 'If-Match': etag })).status).toBe(201)
    expect((await act(issue, { kind: 'reopen' }, { ...host, 'If-Match': '*' })).status).toBe(201)
  })

  it('is refused if the issue has changed meanwhile', async () => {
    const issue = await anIssue(api, host, 'n', { occurredAt: hoursAgo(5) })
    const { etag = '' } = (await api.get(addressOf(issue), host)).headers
    await anIssue(api, host, 'n', { occurredAt: hoursAgo(4) })
    const answer = await act(issue, { kind: 'skip' }, { ...host, 'If-Match': etag })
    expect(answer.status).toBe(412)
    expect(answer.as('Problem').code).toBe('precondition-failed')
    expect((await read(issue)).status).toBe('open')
  })

  it('is done for one of many who rest on the same', async () => {
    const issue = await anIssue(api, host, 'o')
    const headers = { ...host, 'If-Match': '"1.en"' }
    const answers = await Promise.all(Array.from({ length: 4 }, () => act(issue, { kind: 'skip' }, headers)))
    expect(answers.map(({ status }) => status).toSorted()).toEqual([201, 412, 412, 412])
  })
})

describe('an action with an Idempotency-Key', () => {
  it('is answered as the first time when it is repeated, and done once', async () => {
    const issue = await anIssue(api, host, 'p')
    const headers = { ...host, 'Idempotency-Key': '"skip-p"' }
    const first = await act(issue, { kind: 'skip' }, headers)
    const again = await act(issue, { kind: 'skip' }, headers)
    expect(again.status).toBe(201)
    expect(again.headers['idempotent-replayed']).toBe('true')
    expect(again.text).toBe(first.text)
    expect(await historyOf(issue)).toHaveLength(2)
  })

  it('is another one on another issue, and refused for another request on this one', async () => {
    const [one, two] = [await anIssue(api, host, 'q'), await anIssue(api, host, 'r')]
    const headers = { ...host, 'Idempotency-Key': 'shared' }
    await act(one, { kind: 'skip' }, headers)
    expect((await act(two, { kind: 'skip' }, headers)).headers).not.toHaveProperty('idempotent-replayed')
    expect((await act(one, { kind: 'reopen' }, headers)).status).toBe(422)
  })

  it('may be repeated under its key if it was refused', async () => {
    const issue = await anIssue(api, host, 's')
    const headers = { ...host, 'Idempotency-Key': 'refused' }
    expect((await act(issue, { kind: 'reopen' }, headers)).status).toBe(409)
    await act(issue, { kind: 'skip' })
    expect((await act(issue, { kind: 'reopen' }, headers)).status).toBe(201)
  })
})

describe('an action is refused', () => {
  it.each([
    ['without a kind', {}, 'body /kind required'],
    ['of an unknown kind', { kind: 'ignore' }, 'body /kind enum'],
    ['with a long note', { kind: 'skip', note: 'x'.repeat(1_001) }, 'body /note maxLength'],
    ['with more than is known', { kind: 'skip', why: 'x' }, 'body /why additionalProperties'],
  ])('%s', async (_name, body, fault) => {
    expect(faultsIn(await act(await anIssue(api, host, 'wrong'), body))).toEqual([fault])
  })

  it('under a malformed key', async () => {
    const headers = { ...host, 'Idempotency-Key': 'a b' }
    const answer = await act(await anIssue(api, host, 'wrong'), { kind: 'skip' }, headers)
    expect(faultsIn(answer)).toEqual(['header /Idempotency-Key pattern'])
  })

  it('on an issue that is none, or another firm’s', async () => {
    expect((await act({ id: `iss_${'0'.repeat(24)}` }, { kind: 'skip' })).status).toBe(404)
    await addFirm(api, stores, 'gamma')
    const { issue } = (await api.post('/v1/firms/gamma/failures', failureOf(), host)).as('FailureReport')
    expect((await act(issue, { kind: 'skip' })).status).toBe(404)
  })

  it('to staff who are signed in', async () => {
    const issue = await anIssue(api, host, 't')
    expect((await act(issue, { kind: 'skip' }, await sessionOf(service, 'staff'))).status).toBe(403)
    expect((await read(issue)).status).toBe('open')
  })
})

describe('who may do something about an issue', () => {
  itIsOnlyFor(service, { method: 'post', address: `${FIRM}/issues/iss_${'0'.repeat(24)}/actions` }, [
    'owner',
    'admin',
    'integrator',
  ])
})
