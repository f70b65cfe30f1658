import { beforeEach, describe, expect, it } from '@jest/globals'
import { languages } from '../../../src/domain/language.ts'
import { translate } from '../../../src/messages/translate.ts'
import { outcomeStatus, type Outcome } from '../../../src/web/quickbooks/outcome.ts'
import { startService } from '../../support/api-client.ts'
import { appAt, decide } from '../../support/app-at-intuit.ts'
import { comeBack, connect } from '../../support/connect.ts'
import { startSandbox } from '../../support/sandbox.ts'
import { addFirm, anIssue, NOW, recordOf, sessionOf } from '../../support/tenant.ts'

const MINUTE = 60_000

let time = NOW.getTime()
const sandbox = await startSandbox({ now: () => new Date(time) })
const service = await startService(appAt(sandbox), { now: () => new Date(time) })
const { api, stores, pages } = service
const { realmId } = sandbox.address
const host = await addFirm(api, stores)
await addFirm(api, stores, 'beta')
const owner = await sessionOf(service)

const connection = async (firmId = 'acme') =>
  (await api.get(`/v1/firms/${firmId}/quickbooks-connection`, host)).as('QuickbooksConnection')

/** Where Intuit sends back whoever agrees, after an authorization that these headers asked for. */
async function wayBack(headers = owner, body: object = {}): Promise<URL> {
  const address = '/v1/firms/acme/quickbooks-connection/authorizations'
  const { url } = (await api.post(address, body, headers)).as('QuickbooksAuthorization')
  return decide(url, { realmId })
}

beforeEach(async () => {
  time = NOW.getTime()
  for (const firmId of ['acme', 'beta']) {
    await api.ask('delete', `/v1/firms/${firmId}/quickbooks-connection`, { headers: host })
  }
})

describe('coming back from Intuit', () => {
  it('connects the firm of the owner who set out', async () => {
    expect(await comeBack(service, await wayBack(), owner)).toBe('connected')
    expect(await connection()).toMatchObject({ status: 'connected', realmId })
  })

  it('connects the firm that the host’s key named, whoever comes back', async () => {
    expect(await comeBack(service, await wayBack(host))).toBe('connected')
    expect(await connection()).toMatchObject({ status: 'connected', connectedBy: { type: 'key' } })
  })

  it('works once: the same way back again connects nothing', async () => {
    const back = await wayBack()
    expect(await comeBack(service, back, owner)).toBe('connected')
    await api.ask('delete', '/v1/firms/acme/quickbooks-connection', { headers: host })
    expect(await comeBack(service, back, owner)).toBe('state-unknown')
    expect((await connection()).status).toBe('disconnected')
  })

  it('works for ten minutes', async () => {
    const back = await wayBack()
    time += 10 * MINUTE
    expect(await comeBack(service, back, owner)).toBe('state-unknown')
    expect((await connection()).status).not.toBe('connected')
  })

  it('with a state that is forged, or none, connects nothing', async () => {
    for (const state of ['forged', '', undefined, 'x'.repeat(5_000)]) {
      const back = await wayBack()
      if (state === undefined) back.searchParams.delete('state')
      else back.searchParams.set('state', state)
      expect(await comeBack(service, back, owner)).toBe('state-unknown')
    }
    expect((await connection()).status).not.toBe('connected')
  })

  it('as somebody else, or as nobody, connects nothing', async () => {
    const stranger = await sessionOf(service, 'mem_1', 'beta')
    expect(await comeBack(service, await wayBack(), stranger)).toBe('foreign')
    expect(await comeBack(service, await wayBack())).toBe('foreign')
    for (const firmId of ['acme', 'beta']) expect((await connection(firmId)).status).not.toBe('connected')
  })

  it('without having agreed connects nothing', async () => {
    expect(await connect(service, { realmId, headers: owner, decision: 'cancel' })).toBe('denied')
    expect((await connection()).status).not.toBe('connected')
  })

  it('with the company of another firm connects nothing', async () => {
    const other = await sessionOf(service, 'mem_1', 'beta')
    expect(await connect(service, { firmId: 'beta', realmId, headers: other })).toBe('connected')
    expect(await comeBack(service, await wayBack(), owner)).toBe('realm-taken')
    expect((await connection()).status).not.toBe('connected')
  })

  it('with a code that Intuit does not know connects nothing', async () => {
    const back = await wayBack()
    back.searchParams.set('code', 'forged')
    expect(await comeBack(service, back, owner)).toBe('exchange-failed')
    expect((await connection()).status).not.toBe('connected')
  })

  it('leaves the code in no address that is shown, kept or passed on', async () => {
    const { pathname, search } = await wayBack()
    const answer = await pages.get(`${pathname}${search}`).set(owner)
    expect(answer.status).toBe(303)
    expect(answer.headers).toMatchObject({ 'cache-control': 'no-store', 'referrer-policy': 'no-referrer' })
    expect(answer.headers.location).toBe('/oauth/outcomes/connected?lang=en')
  })

  it('is nothing that a mere look does', async () => {
    const back = await wayBack()
    const look = await pages.head(`${back.pathname}${back.search}`).set(owner)
    expect([look.status, look.headers.allow]).toEqual([405, 'GET, OPTIONS'])
    expect(await comeBack(service, back, owner)).toBe('connected')
  })

  it('is in the language that was asked for', async () => {
    const { pathname, search } = await wayBack(owner, { lang: 'fr' })
    const answer = await pages.get(`${pathname}${search}`).set(owner)
    expect(answer.headers.location).toBe('/oauth/outcomes/connected?lang=fr')
  })

  it('with another company than before says so, and what is known of the former one’s ids is forgotten', async () => {
    expect(await comeBack(service, await wayBack(), owner)).toBe('connected')
    const { id } = await anIssue(api, host, 'inv_88')
    const success = {
      record: { type: 'invoice', id: 'inv_88' },
      occurredAt: NOW.toISOString(),
      quickbooksId: '7',
    }
    await api.post('/v1/firms/acme/successes', success, host)
    const idNow = async () => (await api.get(`/v1/firms/acme/issues/${id}`, host)).as('Issue').quickbooksId
    expect([recordOf().id, await idNow()]).toEqual(['inv_88', '7'])
    const other = sandbox.company.addCompany().realmId
    expect(await connect(service, { realmId: other, headers: owner })).toBe('other-company')
    expect(await idNow()).toBeNull()
    expect(await connection()).toMatchObject({ realmId: other, formerRealmId: realmId })
  })
})

describe('the page of an outcome', () => {
  const outcomes = Object.keys(outcomeStatus) as Outcome[]

  it.each(outcomes.flatMap((outcome) => languages.map((language) => ({ outcome, language }))))(
    '$outcome is told in $language, with a way on for those who are signed in',
    async ({ outcome, language }) => {
      const say = translate(language)
      const get = (headers: Record<string, string>) =>
        pages.get(`/oauth/outcomes/${outcome}`).query({ lang: language }).set(headers)
      const page = await get(owner)
      expect(page.status).toBe(outcomeStatus[outcome])
      expect(page.headers['cache-control']).toBe('no-store')
      expect(page.text).toContain(`<h1>${say(`outcome.${outcome}.title`)}</h1>`)
      expect(page.text).toContain(`href="/firms/acme/quickbooks?lang=${language}"`)
      const stranger = await get({})
      expect(stranger.text).toContain(say('outcome.close'))
      expect(stranger.text).not.toContain('/firms/')
    },
  )

  it('of a name that is none is not there', async () => {
    for (const name of ['nothing', 'constructor', '__proto__']) {
      expect((await pages.get(`/oauth/outcomes/${name}`)).status).toBe(404)
    }
  })
})
