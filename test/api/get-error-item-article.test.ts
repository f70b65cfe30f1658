import { describe, expect, it } from '@jest/globals'
import { languages } from '../../src/domain/language.ts'
import { startService } from '../support/api-client.ts'
import { catalog } from '../support/catalog.ts'

const { api } = await startService()

const slugs = [...catalog.rules.map(({ item }) => item.slug), 'unrecognized']
const addressOf = (slug: string) => `/v1/error-items/${slug}/article`
const ARTICLE = addressOf('duplicate-name')

describe('the article', () => {
  it.each(slugs)('of %s comes as JSON, Markdown and HTML, in English and French', async (slug) => {
    for (const lang of languages) {
      const [json, markdown, html] = await Promise.all(
        ['application/json', 'text/markdown', 'text/html'].map((Accept) =>
          api.get(`${addressOf(slug)}?lang=${lang}`, { Accept }),
        ),
      )
      const article = json?.as('Article')
      expect(article).toMatchObject({ slug, language: lang })
      expect(article?.body).toMatch(/^## /mu)
      expect(markdown?.text).toBe(`# ${article?.title}\n\n${article?.body}`)
      expect(html?.text).toContain('<h2>')
      for (const answer of [json, markdown, html]) {
        expect(answer?.headers['content-language']).toBe(lang)
        expect(answer?.text).not.toContain('{{')
      }
    }
  })

  it('in French is another text than in English', async () => {
    for (const slug of slugs) {
      const [en, fr] = await Promise.all(
        languages.map(async (lang) => (await api.get(`${addressOf(slug)}?lang=${lang}`)).as('Article')),
      )
      expect(en?.title).not.toBe(fr?.title)
      expect(en?.body).not.toBe(fr?.body)
    }
  })

  it.each([
    ['is English if nothing is said of it', '', {}, 'en'],
    ['is the one that lang says', '?lang=fr', { 'Accept-Language': 'en' }, 'fr'],
    ['is French for a Canadian who speaks it', '', { 'Accept-Language': 'fr-CA' }, 'fr'],
  ])('has a language, which %s', async (_name, query, headers, language) => {
    const answer = await api.get(`${ARTICLE}${query}`, headers)
    expect(answer.as('Article').language).toBe(language)
    expect(answer.headers['content-language']).toBe(language)
  })
})

describe('the format', () => {
  it.each([
    [undefined, 'application/json'],
    ['*/*', 'application/json'],
    ['text/*', 'text/markdown'],
    ['text/html, text/markdown;q=0.9', 'text/html'],
    ['text/html;q=0.5, text/markdown', 'text/markdown'],
    ['application/pdf, text/html;q=0.1', 'text/html'],
    ['application/json;q=0, */*', 'text/markdown'],
  ])('for a caller who accepts %s is %s', async (Accept, mediaType) => {
    const answer = await api.get(ARTICLE, Accept === undefined ? {} : { Accept })
    expect(answer.status).toBe(200)
    expect(answer.headers['content-type']).toBe(`${mediaType}; charset=utf-8`)
  })

  it.each(['application/pdf', 'image/*', 'application/json;q=0, text/plain'])(
    'that the caller wants, %s, there is not',
    async (Accept) => {
      const answer = await api.get(ARTICLE, { Accept })
      expect(answer.status).toBe(406)
      expect(answer.as('Problem').code).toBe('not-acceptable')
    },
  )

  it.each(['application/json', 'text/markdown', 'text/html', 'application/pdf'])(
    'is told to depend on what the caller accepts, here %s',
    async (Accept) => {
      const { vary } = (await api.get(ARTICLE, { Accept })).headers
      expect(vary?.split(', ').toSorted()).toEqual(['Accept', 'Accept-Language'])
    },
  )
})

describe('there is no article', () => {
  it.each(['no-such-item', 'constructor'])('of %s', async (slug) => {
    const answer = await api.get(addressOf(slug), { Accept: 'text/html' })
    expect(answer.status).toBe(404)
    expect(answer.as('Problem').code).toBe('not-found')
  })

  it('of a name that none can have', async () => {
    const answer = await api.get(addressOf('No_Item'))
    expect(answer.status).toBe(400)
    expect(answer.as('Problem').errors).toMatchObject([{ in: 'path', pointer: '/slug', code: 'pattern' }])
  })

  it('in another language', async () => {
    const answer = await api.get(`${ARTICLE}?lang=de`)
    expect(answer.status).toBe(400)
    expect(answer.as('Problem').errors).toMatchObject([{ in: 'query', pointer: '/lang', code: 'enum' }])
  })
})
