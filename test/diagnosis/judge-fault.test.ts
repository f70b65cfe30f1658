import { describe, expect, it } from '@jest/globals'
import { createJudgeFault } from '../../src/diagnosis/judge-fault.ts'
import type { Condition } from '../../src/domain/condition.ts'
import { ruleFile } from '../support/catalog-parts.ts'
import { factsOf } from '../support/facts.ts'
import { code, says } from '../support/judged.ts'

const rule = (slug: string, conditions: Condition, rank = 0) => ({
  ...ruleFile({ item: { slug }, conditions }).rule,
  rank,
})
const judge = (text: string, ...rules: readonly ReturnType<typeof rule>[]) =>
  createJudgeFault(rules)(factsOf({ text, code: '1' }))

const jam = rule('jam', { any: [says('paper jam')] })
const near = (slug: string, failed: Condition) => ({ item: { number: 11, slug }, failed })

describe('the verdict on a fault', () => {
  it('is the one rule that recognises it, with its reasons', async () => {
    expect(await judge('a paper jam', jam, rule('ink', { any: [says('no ink')] }))).toEqual({
      rule: jam,
      why: [says('paper jam')],
      tied: [],
      nearMisses: [],
    })
  })

  it('is no rule where none recognises it', async () => {
    const none = { rule: undefined, why: [], tied: [], nearMisses: [] }
    expect(await judge('all is well', jam)).toEqual(none)
    const tray = rule('tray', { all: [says('paper jam'), says('in tray'), code('2')] })
    expect(await judge('a paper jam', tray)).toEqual(none)
  })

  it('is a tie of those with the highest rank', async () => {
    const tray = rule('tray', { any: [says('in tray')] })
    const better = rule('better', { any: [says('a paper jam')] }, 1)
    const verdict = { rule: undefined, why: [], nearMisses: [] }
    expect(await judge('a paper jam in tray', jam, tray)).toEqual({ ...verdict, tied: [jam, tray] })
    expect(await judge('a paper jam in tray', jam, tray, better)).toMatchObject({ rule: better, tied: [] })
  })
})

describe('a near miss', () => {
  const nearMisses = async (text: string, conditions: Condition) =>
    (await judge(text, rule('near', conditions))).nearMisses

  it('is a rule that says something and lacks one comparison', async () => {
    expect(await nearMisses('a paper jam', { all: [says('paper jam'), code('2')] })).toEqual([
      near('near', code('2')),
    ])
    expect(
      await nearMisses('a paper jam', { any: [says('no ink'), { all: [code('2'), says('paper jam')] }] }),
    ).toHaveLength(1)
    expect(
      await nearMisses('a paper jam', { all: [{ not: says('paper jam') }, code('1'), says('jam')] }),
    ).toEqual([near('near', says('paper jam'))])
  })

  it('is none that lacks more, or nothing', async () => {
    expect(await nearMisses('a paper jam', { all: [says('paper jam'), code('2'), says('in tray')] })).toEqual(
      [],
    )
    expect(await nearMisses('a paper jam', { all: [says('paper jam'), code('1')] })).toEqual([])
  })

  it('is none whose words only look alike', async () => {
    // The phrase search lets them pass: it takes any letter outside of ASCII for any other.
    expect(await nearMisses('un dêjâ-vu', { all: [says('déjà-vu'), code('1')] })).toEqual([])
    expect(await nearMisses('un dêjâ-vu', { all: [says('déjà-vu'), { not: says('ink') }] })).toEqual([])
  })
})
