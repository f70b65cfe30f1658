import { describe, expect, it } from '@jest/globals'
import { languages } from '../../src/domain/language.ts'
import { startService } from '../support/api-client.ts'
import { catalog } from '../support/catalog.ts'

const { api } = await startService()

const slugs = catalog.rules.map(({ item }) => item.slug)

describe('an error item', () => {
  it.each(slugs)('is the row of the table: %s', async (slug) => {
    for (const lang of languages) {
      const answer = await api.get(`/v1/error-items/${slug}?lang=${lang}`)
      expect(answer.status).toBe(200)
      const { data } = (await api.get(`/v1/error-items?lang=${lang}`)).as('ErrorItemList')
      expect(answer.as('ErrorItem')).toEqual(data.find((row) => row.slug === slug))
    }
  })

  it.each([
    ['is English if nothing is said of it', '', {}, 'en'],
    ['is the one that lang says', '?lang=fr', { 'Accept-Language': 'en' }, 'fr'],
    ['is French for a Canadian who speaks it', '', { 'Accept-Language': 'fr-CA' }, 'fr'],
  ])('has a language, which %s', async (_name, query, headers, language) => {
    const answer = await api.get(`/v1/error-items/duplicate-name${query}`, headers)
    expect(answer.headers).toMatchObject({
      'content-language': language,
      vary: expect.stringContaining('Accept-Language'),
    })
    expect(answer.as('ErrorItem').title).toBe(language === 'fr' ? 'Nom déjà utilisé' : 'Name already used')
  })
})

describe('a name that no error item has', () => {
  it.each(['no-such-item', 'unrecognized', 'constructor', 'duplicate'])('is not found: %s', async (slug) => {
    const answer = await api.get(`/v1/error-items/${slug}`)
    expect(answer.status).toBe(404)
    expect(answer.as('Problem').code).toBe('not-found')
  })

  it('is told so in French too', async () => {
    const answer = await api.get('/v1/error-items/no-such-item?lang=fr')
    expect(answer.headers['content-language']).toBe('fr')
    expect(answer.as('Problem').title).toBe('Il n’y a rien ici')
  })
})

describe('a name that none can have', () => {
  it.each([
    ['Duplicate-Name', 'pattern'],
    ['duplicate_name', 'pattern'],
    ['4', 'pattern'],
    ['__proto__', 'pattern'],
    ['duplicate%2Fname', 'pattern'],
    ['%3Cscript%3E', 'pattern'],
    ['a'.repeat(61), 'maxLength'],
  ])('is refused: %s (%s)', async (slug, code) => {
    const answer = await api.get(`/v1/error-items/${slug}`)
    expect(answer.status).toBe(400)
    expect(answer.as('Problem')).toMatchObject({
      code: 'invalid-request',
      errors: [{ in: 'path', pointer: '/slug', code }],
    })
  })

  it('is refused with what is wrong where it is badly encoded', async () => {
    const answer = await api.get('/v1/error-items/%E0%A4%A')
    expect(answer.status).toBe(400)
    expect(answer.as('Problem')).toMatchObject({ code: 'invalid-request', errors: [{ in: 'path' }] })
  })
})

it('all faults of a request for an error item are listed at once', async () => {
  const answer = await api.get('/v1/error-items/No?lang=de')
  expect(answer.status).toBe(400)
  const places = answer.as('Problem').errors?.map((fault) => `${fault.in} ${fault.pointer}`)
  expect(places?.toSorted()).toEqual(['path /slug', 'query /lang'])
})
