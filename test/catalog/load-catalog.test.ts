import { describe, expect, it } from '@jest/globals'
import { loadCatalog } from '../../src/catalog/load-catalog.ts'
import { root } from '../../src/root.ts'
import { withCatalogCopy } from '../support/catalog-copy.ts'

const RULE = 'rules/04-duplicate-document-number.json'
const EN = 'kb/04-duplicate-document-number/en.md.hbs'

describe('a loaded catalog', () => {
  it('holds what its files hold', async () => {
    const { catalog, ruleFiles, caseFiles, faults } = await loadCatalog(root)
    expect(faults).toEqual([])
    expect(catalog.rules.map(({ item }) => item.slug)).toContain('duplicate-document-number')
    expect(ruleFiles).toHaveLength(catalog.rules.length)
    expect(caseFiles).toHaveLength(catalog.rules.length)
  })

  it('tells what each check says of its files', async () => {
    const faults = await withCatalogCopy(async (copy) => {
      await copy.set(RULE, 'event.params.item', 11)
      await copy.set(RULE, 'event.params.occursOn', ['client'])
      await copy.set(RULE, 'event.params.captures', { docNumber: '(?<docNumber>.*)' })
      await copy.set(RULE, 'conditions', { any: [{ fact: 'code', operator: 'equal', value: '6140' }] })
      await copy.replace(EN, /^# .*/u, '# {{colour}}')
      await copy.remove('kb/unrecognized/fr.md.hbs')
      await copy.write({ 'rules/notes.txt': '', 'rules/retry.json': '{', 'kb/systems/host.json': {} })
      return (await loadCatalog(copy.root)).faults
    })
    for (const [file, reason] of [
      ['rules/retry.json', 'no JSON'],
      ['kb/systems/host.json', "required property 'names'"],
      ['rules/notes.txt', 'does not belong here'],
      ['kb/unrecognized/fr.md.hbs', 'the article is missing'],
      [RULE, 'should be named 11-duplicate-document-number.json'],
      [RULE, 'but occursOn lacks it'],
      [RULE, 'Infinity ways'],
      [RULE, 'can match without any phrase'],
      [EN, '{{colour}} is neither'],
      [EN, 'should start with a title'],
    ] as const) {
      expect(faults).toContainEqual(
        expect.objectContaining({ file, reason: expect.stringContaining(reason) as unknown }),
      )
    }
  })
})
