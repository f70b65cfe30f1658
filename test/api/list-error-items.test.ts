import { describe, expect, it } from '@jest/globals'
import { languages } from '../../src/domain/language.ts'
import { startService } from '../support/api-client.ts'
import { catalog } from '../support/catalog.ts'

const ADDRESS = '/v1/error-items'

const { api } = await startService()

async function rows(query = '', headers?: Record<string, string>) {
  const answer = await api.get(`${ADDRESS}${query}`, headers)
  expect(answer.status).toBe(200)
  return answer.as('ErrorItemList').data
}

describe('the error table', () => {
  it('has ten rows, by number', async () => {
    expect((await rows()).map(({ number }) => number)).toEqual([1, 2, 3, 4, 5, 6, 7, 8, 9, 10])
  })

  it.each(languages)('holds the published words verbatim, whatever the language, here %s', async (lang) => {
    const published = catalog.rules.map(({ item: { slug, message, published, source } }) => ({
      slug,
      message,
      published: { ...source, recordTypes: published },
    }))
    expect(await rows(`?lang=${lang}`)).toMatchObject(published)
  })

  it('says in the language of the answer what each error is called and what is true of it', async () => {
    const [en, fr] = await Promise.all(languages.map((lang) => rows(`?lang=${lang}`)))
    for (const [i, row] of (en ?? []).entries()) {
      const other = fr?.[i]
      expect(row.title).not.toBe(other?.title)
      for (const part of ['description', 'resolution'] as const) {
        expect(row.corrected[part]).not.toBe('')
        expect(other?.corrected[part]).not.toBe('')
        expect(row.corrected[part]).not.toBe(other?.corrected[part])
      }
    }
  })

  it('says what the published table leaves out: codes, retry class, actions and captures', async () => {
    const known = catalog.rules.map(({ item }) => ({
      occursOn: item.occursOn,
      codes: item.codes,
      retry: item.retry,
      actions: item.actions,
      captures: Object.keys(item.captures),
    }))
    expect(await rows()).toMatchObject(known)
  })

  it('holds no unfilled variable', async () => {
    for (const lang of languages) expect(JSON.stringify(await rows(`?lang=${lang}`))).not.toContain('{{')
  })
})

describe('its language', () => {
  it.each([
    ['is English if nothing is said of it', '', {}, 'en'],
    ['is the one that lang says', '?lang=fr', { 'Accept-Language': 'en' }, 'fr'],
    ['is French for a Canadian who speaks it', '', { 'Accept-Language': 'fr-CA' }, 'fr'],
  ])('%s', async (_name, query, headers, language) => {
    const answer = await api.get(`${ADDRESS}${query}`, headers)
    expect(answer.headers).toMatchObject({
      'content-language': language,
      vary: expect.stringContaining('Accept-Language'),
    })
    expect(answer.as('ErrorItemList').data[1]?.title).toBe(
      language === 'fr' ? 'Nom déjà utilisé' : 'Name already used',
    )
  })
})

describe('the query', () => {
  it.each([
    ['?lang=de', '/lang', 'enum'],
    ['?lang=', '/lang', expect.stringMatching(/^(?:empty|enum)$/u)],
    ['?lang=en&lang=fr', '/lang', 'type'],
    ['?limit=5', '/limit', 'additionalProperties'],
    ['?__proto__=x', '/__proto__', 'additionalProperties'],
  ])('%s is refused at %s: %s', async (query, pointer, code) => {
    const answer = await api.get(`${ADDRESS}${query}`)
    expect(answer.status).toBe(400)
    expect(answer.as('Problem').errors).toContainEqual(
      expect.objectContaining({ in: 'query', pointer, code }),
    )
  })

  it('has all its faults listed at once', async () => {
    const answer = await api.get(`${ADDRESS}?limit=5&offset=5&lang=de`)
    expect(answer.status).toBe(400)
    const places = answer.as('Problem').errors?.map((fault) => `${fault.in} ${fault.pointer}`)
    expect(places?.toSorted()).toEqual(['query /lang', 'query /limit', 'query /offset'])
  })
})
