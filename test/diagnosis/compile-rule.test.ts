import { describe, expect, it } from '@jest/globals'
import { compileRule } from '../../src/diagnosis/compile-rule.ts'
import type { Condition } from '../../src/domain/condition.ts'
import { factsOf } from '../support/facts.ts'
import { code, says } from '../support/judged.ts'

const judge = (conditions: Condition, text: string) => compileRule(conditions)(factsOf({ text, code: '1' }))

describe('a condition tree', () => {
  it('tells of itself and of each comparison whether it held', async () => {
    const tree = { all: [says('jam'), { any: [says('tray'), code('1')] }, { not: says('ink') }] }
    expect(await judge(tree, 'a jam of ink')).toMatchObject({
      result: false,
      all: [
        { ...says('jam'), result: true },
        { any: [{ result: false }, { result: true }], result: true },
        { not: { ...says('ink') }, result: false },
      ],
    })
    expect(await judge(tree, 'a jam')).toMatchObject({ result: true })
  })

  it('tries the ways to match in the order they are written in, and no more than needed', async () => {
    const judged = await judge({ any: [says('tray'), says('jam'), says('ink')] }, 'jam and ink')
    expect(
      'any' in judged && judged.any.map(({ result }) => (result as boolean | undefined) ?? null),
    ).toEqual([false, true, null])
  })

  it('compares whole facts: a path into one is refused', async () => {
    const path = { ...says('jam'), path: '$.x' } as Condition
    await expect(compileRule({ all: [path] })(factsOf({ text: {} as string }))).rejects.toThrow(
      'A rule has a path; rules compare whole facts only.',
    )
  })
})
