import { describe, expect, it } from '@jest/globals'
import { checkArticlesComplete } from '../../../src/catalog/checks/check-articles-complete.ts'
import { NAME, article, filesOf } from '../../support/catalog-parts.ts'

const unrecognized = [article('', 'en', 'unrecognized'), article('', 'fr', 'unrecognized')]
const missing = 'the article is missing'

describe('the articles', () => {
  it('are there in every language, also for the unrecognized', () => {
    expect(
      checkArticlesComplete(filesOf({ articles: [article(''), article('', 'fr'), ...unrecognized] })),
    ).toEqual([])
  })

  it('are told of where a language lacks one, even if there is none at all', () => {
    expect(checkArticlesComplete(filesOf({ articles: [article(''), ...unrecognized] }))).toEqual([
      { file: `kb/${NAME}/fr.md.hbs`, name: NAME, reason: missing },
    ])
    expect(checkArticlesComplete(filesOf({}))).toEqual([
      { file: 'kb/unrecognized/en.md.hbs', name: 'unrecognized', reason: missing },
      { file: 'kb/unrecognized/fr.md.hbs', name: 'unrecognized', reason: missing },
    ])
  })

  it('are in no other language', () => {
    const articles = [article(''), article('', 'fr'), article('', 'de'), ...unrecognized]
    expect(checkArticlesComplete(filesOf({ articles }))).toEqual([
      { file: `kb/${NAME}/de.md.hbs`, name: NAME, reason: 'de is no language of the knowledge base' },
    ])
  })
})
