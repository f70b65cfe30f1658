import { describe, expect, it } from '@jest/globals'
import fc from 'fast-check'
import { compileRule } from '../../src/diagnosis/compile-rule.ts'
import { createJudgeFault } from '../../src/diagnosis/judge-fault.ts'
import { comparisonsOf } from '../../src/domain/comparisons-of.ts'
import type { Facts } from '../../src/domain/condition.ts'
import { recordTypes } from '../../src/domain/record-type.ts'
import { catalog } from '../support/catalog.ts'

const { rules } = catalog
const judgeFault = createJudgeFault(rules)
const judgeByAll = rules.map((rule) => ({ rule, judge: compileRule(rule.conditions) }))

const phrases = rules.flatMap((rule) =>
  [...comparisonsOf(rule.conditions)].flatMap(({ comparison }) =>
    comparison.operator === 'says' ? [String(comparison.value)] : [],
  ),
)
const disguised = fc
  .constantFrom(...phrases)
  .chain((phrase) =>
    fc.constantFrom(
      phrase,
      phrase.toUpperCase(),
      phrase.replaceAll("'", '’'),
      phrase.slice(1),
      `${phrase}\u0301`,
      `İ${phrase}`,
    ),
  )
const messages = fc.constantFrom(...rules.map((rule) => rule.item.message))
const text = fc
  .array(
    fc.oneof(
      disguised,
      messages,
      fc.string({ unit: 'grapheme', maxLength: 8 }),
      fc.constantFrom(' : ', ' Max:100 ', '*'),
    ),
    { maxLength: 8 },
  )
  .map((parts) => parts.join(' '))
const facts: fc.Arbitrary<Facts> = fc.record({
  text,
  message: fc.constantFrom(null, 'Invalid account type used'),
  detail: fc.constantFrom(null, 'Invalid account type: Ch'),
  code: fc.constantFrom(null, '6430', '2500', '6250'),
  element: fc.constantFrom(null, 'Name', 'Line.SalesItemLineDetail.ItemRef'),
  faultType: fc.constant(null),
  httpStatus: fc.constantFrom(null, 400),
  recordType: fc.constantFrom(null, ...recordTypes),
  entity: fc.constantFrom(null, 'Item'),
  operation: fc.constant(null),
})

describe('the phrase prefilter', () => {
  it('changes no verdict: the candidates say what all rules say', async () => {
    await fc.assert(
      fc.asyncProperty(facts, async (one) => {
        const verdict = await judgeFault(one)
        const byAll = await Promise.all(
          judgeByAll.map(async ({ rule, judge }) => ({ rule, judged: await judge(one) })),
        )
        const matching = byAll.filter(({ judged }) => judged.result).map(({ rule }) => rule)
        expect(verdict.rule === undefined ? verdict.tied : [verdict.rule]).toEqual(matching)
      }),
      { numRuns: 500 },
    )
  })

  it('finds a phrase whatever its case and its quotes, beside letters that grow when lowered', async () => {
    for (const disguise of [
      'CAN’T ASSOCIATE A PRODUCT OR SERVICE WITH ACCOUNTS',
      "İİ can't associate a product or service with accounts\u0301",
    ]) {
      const verdict = await judgeFault({ ...NOTHING, text: disguise })
      expect(verdict.rule?.item.slug).toBe('invalid-service-account-type')
    }
  })
})

const NOTHING: Facts = {
  text: '',
  message: null,
  detail: null,
  code: null,
  element: null,
  faultType: null,
  httpStatus: null,
  recordType: null,
  entity: null,
  operation: null,
}
