import { describe, expect, it } from '@jest/globals'
import { checkPhrases } from '../../../src/catalog/checks/check-phrases.ts'
import type { Comparison, Condition } from '../../../src/domain/condition.ts'
import { NAME, parsedOf, ruleFile } from '../../support/catalog-parts.ts'

const code: Comparison = { fact: 'code', operator: 'equal', value: '5010' }
const says: Comparison = { fact: 'text', operator: 'says', value: 'Stale Object' }
const told = (conditions: Condition) => checkPhrases(parsedOf({ ruleFiles: [ruleFile({ conditions })] }))

describe('each way a rule can match', () => {
  it.each<[string, Condition]>([
    ['a phrase', says],
    ['one phrase of several conditions', { all: [code, says] }],
    ['a phrase in each choice', { any: [says, { all: [says, code] }] }],
  ])('may need %s', (_what, conditions) => {
    expect(told(conditions)).toEqual([])
  })

  it.each<[string, Condition]>([
    ['a code alone', { any: [says, code] }],
    ['a pattern alone', { any: [says, { ...says, operator: 'matches' }] }],
    ['a start of known words alone', { any: [says, { ...says, operator: 'startOf' }] }],
    ['a phrase that must be absent', { any: [says, { not: says }] }],
    ['a choice that lacks a phrase on one side', { all: [{ any: [says, code] }, code] }],
  ])('may not be %s', (_what, conditions) => {
    expect(told(conditions)).toEqual([
      {
        file: `rules/${NAME}.json`,
        name: NAME,
        reason: 'can match without any phrase: each way needs a `says`',
      },
    ])
  })
})
