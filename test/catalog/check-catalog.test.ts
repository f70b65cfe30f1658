import { describe, expect, it } from '@jest/globals'
import { checkCatalog } from '../../src/catalog/check-catalog.ts'
import { behaviour } from '../support/behaviour.ts'
import { NAME, caseFile, parsedOf, ruleFile } from '../support/catalog-parts.ts'

const matches = [{ name: 'a match', failure: { error: 'stale' }, captures: {} }]

describe('the behaviour of a catalog', () => {
  it('is judged by its messages, its cases and its guides', async () => {
    const loaded = parsedOf({ ruleFiles: [ruleFile()], caseFiles: [caseFile({ matches })] })
    const files = (
      await checkCatalog(
        loaded,
        behaviour(() => ({})),
      )
    ).map(({ file }) => file)
    expect([...new Set(files)]).toEqual([
      `rules/${NAME}.json`,
      `test/cases/${NAME}.json`,
      'kb/unrecognized/en.md.hbs',
      'kb/unrecognized/fr.md.hbs',
      `kb/${NAME}/en.md.hbs`,
      `kb/${NAME}/fr.md.hbs`,
    ])
  })
})
