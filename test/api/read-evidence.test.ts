import { describe, expect, it } from '@jest/globals'
import { startService } from '../support/api-client.ts'
import { appAt } from '../support/app-at-intuit.ts'
import { connect } from '../support/connect.ts'
import { itIsOnlyFor } from '../support/refusals.ts'
import { startSandbox } from '../support/sandbox.ts'
import { addFirm, failureOf, headersOf, recordOf, sessionOf } from '../support/tenant.ts'

const sandbox = await startSandbox()
const service = await startService(appAt(sandbox))
const { api, stores } = service
const { realmId } = sandbox.address
const host = await addFirm(api, stores)
await addFirm(api, stores, 'beta')
await connect(service, { realmId, headers: await sessionOf(service) })

const invoice = (DocNumber: string) => ({
  DocNumber,
  TxnDate: '2026-03-02',
  CustomerRef: { value: '3' },
  Line: [
    { Amount: 1250, DetailType: 'SalesItemLineDetail', SalesItemLineDetail: { ItemRef: { value: '4' } } },
  ],
})

/** The address of the issue of an invoice that was refused, for its number as a rule. */
async function anIssue(number: string, firmId = 'acme', error?: string): Promise<string> {
  const failure = failureOf({
    record: recordOf({ id: `inv_${number}` }),
    entity: 'Invoice',
    operation: 'create',
    payload: invoice(number),
    ...(error !== undefined && { error }),
  })
  const { issue } = (await api.post(`/v1/firms/${firmId}/failures`, failure, host)).as('FailureReport')
  return `/v1/firms/${firmId}/issues/${issue.id}`
}

const write = (body: object) =>
  sandbox.company.write(realmId, { operation: 'create', entity: 'Invoice', body })

describe('what decides about an issue', () => {
  it('is read from the books, kept, and answered with the issue', async () => {
    write(invoice('4001'))
    const address = await anIssue('4001')
    const before = (await api.get(address, host)).as('Issue')
    expect(before).toMatchObject({ evidence: [], version: 1 })
    const answer = await api.ask('post', `${address}/evidence`, { headers: host })
    expect(answer.status).toBe(200)
    expect(answer.headers.etag).toBe('"2.en"')
    const issue = answer.as('Issue')
    expect(issue.evidence).toMatchObject([
      { kind: 'number-holder', cause: 'stands', recommends: 'link', values: { isSameRecord: true } },
      { kind: 'closing-date', cause: 'unknown', recommends: null },
    ])
    const [resync] = issue.allowedActions
    expect(resync).toMatchObject({ kind: 'resync', recommended: true, reason: null })
    expect(resync?.link?.quickbooksId).toMatch(/^\d+$/u)
    expect((await api.get(address, host)).as('Issue')).toEqual(issue)
  })

  it('is not read again within a minute', async () => {
    const address = await anIssue('4002')
    const read = async () => (await api.ask('post', `${address}/evidence`, { headers: host })).as('Issue')
    const first = await read()
    expect(first.allowedActions[0]).toMatchObject({ recommended: true, link: null })
    write(invoice('4002'))
    expect(await read()).toEqual(first)
  })

  it('stands in the guide, with the firm’s own names, and when it was read', async () => {
    write({ ...invoice('4003'), CustomerRef: { value: '26' } })
    const address = await anIssue('4003')
    const guide = async () => (await api.get(`${address}/guide`, { ...host, Accept: 'text/markdown' })).text
    expect(await guide()).not.toContain('Travis Waldron')
    await api.ask('post', `${address}/evidence`, { headers: host })
    expect(await guide()).toContain('Travis Waldron')
    expect(await guide()).toContain('was read on')
  })

  it('is nothing for an error that nobody knows', async () => {
    const address = await anIssue('4004', 'acme', 'The moon is in the wrong house.')
    const answer = await api.ask('post', `${address}/evidence`, { headers: host })
    expect(answer.as('Issue')).toMatchObject({ evidence: [], version: 1 })
  })

  it('of an issue that is not there is nothing to be found', async () => {
    const answer = await api.ask('post', '/v1/firms/acme/issues/iss_000000000000000000000000/evidence', {
      headers: host,
    })
    expect(answer.as('Problem').code).toBe('not-found')
  })
})

describe('books that cannot be read', () => {
  it('are told where the firm is not connected', async () => {
    const address = await anIssue('4005', 'beta')
    const answer = await api.ask('post', `${address}/evidence`, { headers: host })
    expect(answer.as('Problem')).toMatchObject({ status: 409, code: 'quickbooks-not-connected' })
    expect((await api.get(address, host)).as('Issue').evidence).toEqual([])
  })

  it('are told where the service knows no QuickBooks at all', async () => {
    const without = await startService()
    const headers = await addFirm(without.api, without.stores)
    const { issue } = (await without.api.post('/v1/firms/acme/failures', failureOf(), headers)).as(
      'FailureReport',
    )
    const answer = await without.api.ask('post', `/v1/firms/acme/issues/${issue.id}/evidence`, { headers })
    expect(answer.as('Problem')).toMatchObject({ status: 409, code: 'quickbooks-not-set-up' })
  })

  it('are told with the time to try again where QuickBooks gives no answer', async () => {
    const address = await anIssue('4006')
    await sandbox.setKnob({ knob: 'html-502', match: 'GET query', times: 4 })
    const answer = await api.ask('post', `${address}/evidence`, { headers: host })
    expect(answer.as('Problem')).toMatchObject({
      status: 503,
      code: 'quickbooks-unreachable',
      reason: 'no-answer',
    })
    expect(answer.headers['retry-after']).toBe('60')
    expect((await api.ask('post', `${address}/evidence`, { headers: host })).status).toBe(200)
  })
})

describe('who may have the books read', () => {
  const address = '/v1/firms/acme/issues/iss_000000000000000000000000/evidence'
  itIsOnlyFor(service, { method: 'post', address }, ['owner', 'admin', 'integrator'])

  it('is also a member in a browser', async () => {
    const own = await anIssue('4007')
    const answer = await api.ask('post', `${own}/evidence`, { headers: await sessionOf(service) })
    expect(answer.status).toBe(200)
    const staff = await headersOf(stores, 'staff', 'acme')
    expect((await api.ask('post', `${own}/evidence`, { headers: staff })).status).toBe(403)
  })
})
