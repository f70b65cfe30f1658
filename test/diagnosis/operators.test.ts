import { describe, expect, it } from '@jest/globals'
import { operators } from '../../src/diagnosis/operators.ts'
import type { Comparison, FactValue } from '../../src/domain/condition.ts'

type Asked = readonly [
  operator: Comparison['operator'],
  fact: FactValue,
  value: Comparison['value'],
  holds: boolean,
]

describe('a comparison', () => {
  it.each<Asked>([
    ['says', 'There is a paper jam in tray 2', 'Paper JAM', true],
    ['says', 'Can’t print', "can't", true],
    ['says', 'There is paper', 'paper jam', false],
    ['says', null, 'paper jam', false],
    ['says', 'anything', null, true],
    ['matches', 'tray 2', 'TRAY \\d', true],
    ['matches', 'Can’t print', "^can't", true],
    ['matches', 'tray B', 'tray \\d', false],
    ['matches', null, 'tray', false],
    ['startOf', 'Paper J', 'paper jam in tray', true],
    ['startOf', 'tray', 'paper jam in tray', false],
    ['startOf', 'paper jam in tray 2', 'paper jam in tray', false],
    ['startOf', null, 'paper jam in tray', true],
    ['equal', '6240', '6240', true],
    ['equal', '6240', 6240, false],
    ['equal', null, null, true],
    ['notEqual', '6240', '6240', false],
    ['notEqual', null, '6240', true],
    ['in', '6240', ['6210', '6240'], true],
    ['in', '6000', ['6210', '6240'], false],
    ['in', '6240', '6240', false],
    ['notIn', '6000', ['6210', '6240'], true],
    ['notIn', '6240', ['6210', '6240'], false],
    ['notIn', '6000', '6240', false],
  ])('by %s of %j with %j is %s', (operator, fact, value, holds) => {
    expect(operators[operator](fact, value)).toBe(holds)
  })

  it('is the same when it is asked again', () => {
    for (const text of ['a paper jam', 'no jam', 'a paper jam']) {
      expect(operators.says(text, 'Paper Jam')).toBe(text === 'a paper jam')
    }
  })
})
