import { afterAll, beforeAll, describe, expect, it } from '@jest/globals'
import supertest from 'supertest'
import { languages } from '../../src/domain/language.ts'
import { createGuides } from '../../src/guides/create-guides.ts'
import { catalog } from '../support/catalog.ts'
import { startServer } from '../support/running-server.ts'

const guides = createGuides(catalog)
const rows = catalog.rules.flatMap(({ item }) =>
  languages.flatMap((language) =>
    ['', ...item.published].map((recordType) => ({ item, slug: item.slug, language, recordType })),
  ),
)

describe('the page, given a message of the published table', () => {
  let server: Awaited<ReturnType<typeof startServer>>
  beforeAll(async () => {
    server = await startServer()
  })
  afterAll(() => server.stop())

  it.each(rows)(
    'answers $slug in $language for the record type "$recordType"',
    async ({ item, language, recordType }) => {
      const { status, text } = await supertest(server.url)
        .post(`/?lang=${language}`)
        .type('form')
        .send({ error: item.message, recordType })
      expect(status).toBe(200)
      const [, verdict = ''] = /<h2 id="verdict">(.*?)<\/h2>/u.exec(text) ?? []
      expect(verdict.replaceAll('&#39;', "'")).toBe(guides.title(item.slug, language))
      expect(text).toMatch(language === 'fr' ? /<html lang="fr-CA">/u : /<html lang="en">/u)
    },
  )
})
