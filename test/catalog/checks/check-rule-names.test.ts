import { describe, expect, it } from '@jest/globals'
import { checkRuleNames } from '../../../src/catalog/checks/check-rule-names.ts'
import type { RuleFile } from '../../../src/catalog/parse-catalog.ts'
import { parsedOf, ruleFile } from '../../support/catalog-parts.ts'

const told = (...ruleFiles: readonly RuleFile[]) => checkRuleNames(parsedOf({ ruleFiles }))
const another = ruleFile({ name: '04-account-missing', item: { number: 4, slug: 'account-missing' } })

describe('the file of a rule', () => {
  it('is named after its number and its slug', () => {
    expect(told(another, ruleFile())).toEqual([])
    for (const [name, item] of [
      ['12-stale-object', {}],
      ['11-object-stale', {}],
      ['4-stale-object', { number: 4 }],
    ] as const) {
      const expected = `${'number' in item ? '04' : '11'}-stale-object.json`
      expect(told(ruleFile({ name, item }))).toEqual([
        { file: `rules/${name}.json`, name, reason: `should be named ${expected}` },
      ])
    }
  })

  it.each([
    ['number', '04-stale-object', { number: 4 }],
    ['slug', '11-account-missing', { slug: 'account-missing' }],
  ])('has no %s that an earlier one has', (_what, name, item) => {
    expect(told(ruleFile({ name, item }), another)).toEqual([
      {
        file: `rules/${name}.json`,
        name,
        reason: 'has the number or slug of rules/04-account-missing.json',
      },
    ])
  })
})
