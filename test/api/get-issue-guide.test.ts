import { describe, expect, it } from '@jest/globals'
import { languages } from '../../src/domain/language.ts'
import { roles } from '../../src/domain/role.ts'
import { startService } from '../support/api-client.ts'
import { faultsIn, itIsOnlyFor } from '../support/refusals.ts'
import { addFirm, anIssue, failureOf, headersOf, hoursAgo, NOW } from '../support/tenant.ts'

const FIRM = '/v1/firms/acme'

const service = await startService({}, { now: () => NOW })
const { api, stores } = service
const host = await addFirm(api, stores)
const { id } = await anIssue(api, host, 'inv_88')

const addressOf = (issueId: string) => `${FIRM}/issues/${issueId}/guide`
const read = (Accept?: string, issueId = id, query = '') =>
  api.get(`${addressOf(issueId)}${query}`, { ...host, ...(Accept !== undefined && { Accept }) })

describe('the guide of an issue', () => {
  it.each(languages)('comes in three media types, in %s, with the values of this failure', async (lang) => {
    const [json, markdown, html] = await Promise.all(
      ['application/json', 'text/markdown', 'text/html'].map((type) => read(type, id, `?lang=${lang}`)),
    )
    const guide = json?.as('Guide')
    expect(guide).toMatchObject({ language: lang, format: 'markdown' })
    expect(guide?.body).toMatch(/^## /mu)
    expect(markdown?.text).toBe(`# ${guide?.title}\n\n${guide?.body}`)
    expect(html?.text).toContain('<h2>')
    for (const answer of [json, markdown, html]) {
      expect(answer?.headers['content-language']).toBe(lang)
      for (const value of ['1781', '3188']) expect(answer?.text).toContain(value)
      expect(answer?.text).not.toContain('{{')
    }
  })

  it.each([
    [undefined, 'application/json'],
    ['*/*', 'application/json'],
    ['text/*', 'text/markdown'],
    ['text/markdown;q=0.5, text/html', 'text/html'],
  ])('that accepts %s comes as %s', async (accept, mediaType) => {
    const { headers } = await read(accept)
    expect(headers['content-type']).toMatch(new RegExp(`^${mediaType}; charset=utf-8$`, 'u'))
    expect(headers.vary?.split(', ').toSorted()).toEqual(['Accept', 'Accept-Language'])
  })

  it('is that of its newest failure', async () => {
    const issue = await anIssue(api, host, 'moves', { occurredAt: hoursAgo(5) })
    const before = (await read(undefined, issue.id)).as('Guide')
    await anIssue(api, host, 'moves', { occurredAt: hoursAgo(4), error: 'Please specify the income account' })
    const after = (await read(undefined, issue.id)).as('Guide')
    expect(after.title).not.toBe(before.title)
  })

  it('is there for an error that nobody knows', async () => {
    const issue = await anIssue(api, host, 'unknown', { error: 'the printer is out of paper' })
    const article = await api.get('/v1/error-items/unrecognized/article')
    const guide = (await read(undefined, issue.id)).as('Guide')
    expect(guide.title).toBe(article.as('Article').title)
  })

  it('shows values of the failure as text, whatever stands in them', async () => {
    const error =
      'You must specify a different number. DocNumber=<img/src=x> is assigned to TxnType=Invoice with TxnId=1'
    const issue = await anIssue(api, host, 'hostile', { error })
    expect(issue.diagnosis.captures.docNumber).toContain('img')
    const { text } = await read('text/html', issue.id)
    expect(text).toContain('&lt;img')
    expect(text).not.toContain('<img')
  })

  it.each(roles)('is told to %s', async (role) => {
    const headers = await headersOf(stores, role, 'acme')
    expect((await api.get(addressOf(id), headers)).status).toBe(200)
  })
})

describe('the guide of an issue is refused', () => {
  it.each(['image/png', 'application/xml', 'text/plain'])('as %s', async (accept) => {
    const answer = await read(accept)
    expect(answer.status).toBe(406)
    expect(answer.as('Problem').code).toBe('not-acceptable')
  })

  it('in a language that there is none in, and by an id that is none', async () => {
    expect(faultsIn(await read(undefined, id, '?lang=de'))).toEqual(['query /lang enum'])
    expect(faultsIn(await read(undefined, 'inv_88'))).toEqual(['path /issueId pattern'])
  })

  it('of an issue that is none, or another firm’s', async () => {
    expect((await read(undefined, `iss_${'0'.repeat(24)}`)).status).toBe(404)
    await addFirm(api, stores, 'beta')
    const { issue } = (await api.post('/v1/firms/beta/failures', failureOf(), host)).as('FailureReport')
    expect((await read(undefined, issue.id)).status).toBe(404)
  })
})

describe('who may read the guide of an issue', () => {
  itIsOnlyFor(service, { method: 'get', address: addressOf(id) }, roles)
})
