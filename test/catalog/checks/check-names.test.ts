import { describe, expect, it } from '@jest/globals'
import { checkNames } from '../../../src/catalog/checks/check-names.ts'
import { NAME, article, filesOf } from '../../support/catalog-parts.ts'

const rule = { file: `rules/${NAME}.json`, name: NAME, json: {} }
const cases = { file: `test/cases/${NAME}.json`, name: NAME, json: {} }
const unrecognized = article('', 'en', 'unrecognized')
const whole = { rules: [rule], articles: [article(''), article('', 'fr'), unrecognized], cases: [cases] }

describe('the three trees', () => {
  it('hold the same names; only the article for the unrecognized stands alone', () => {
    expect(checkNames(filesOf(whole))).toEqual([])
  })

  it.each([
    ['rule', { rules: [] }, `rules/${NAME}.json`],
    ['article', { articles: [unrecognized] }, `kb/${NAME}`],
    ['cases', { cases: [] }, `test/cases/${NAME}.json`],
  ])('are told of a missing %s', (_what, part, file) => {
    expect(checkNames(filesOf({ ...whole, ...part }))).toEqual([
      { file, name: NAME, reason: 'is missing, though the item stands elsewhere' },
    ])
  })

  it('are told of a file that is none of theirs', () => {
    expect(checkNames(filesOf({ ...whole, strays: ['kb/notes.md'] }))).toEqual([
      { file: 'kb/notes.md', name: 'kb/notes.md', reason: 'does not belong here' },
    ])
  })
})
