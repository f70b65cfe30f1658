import { describe, expect, it } from '@jest/globals'
import { clusters } from '../../src/diagnosis/clusters.ts'

describe('texts that no item fits', () => {
  it('are one cluster where only numbers, names and quoted words differ, the largest first', () => {
    const found = clusters([
      'Invoice 17 has no tax rate',
      'You and Bob Miller were working at the same time. Bob Miller finished first.',
      'Invoice A-42 has no tax rate',
      'You and Al were working at the same time. Al finished first.',
      'Invoice 99 has no tax rate',
      'Name "Acme" holds a colon',
      'Name "Zoë & Co" holds a colon',
      'DocNumber=17 is odd',
    ])
    expect(found.map(({ text, count }) => [count, text])).toEqual([
      [3, 'Invoice … has no tax rate'],
      [2, 'You and … were working at the same time. … finished first.'],
      [2, 'Name "…" holds a colon'],
      [1, 'DocNumber=… is odd'],
    ])
  })

  it('come with a rule and a case to start from', () => {
    const [cluster] = clusters(['Invoice 17 has no tax rate: add one'])
    expect(cluster?.draft).toEqual({
      rule: {
        conditions: { any: [{ fact: 'text', operator: 'says', value: 'has no tax rate: add one' }] },
        event: { type: 'has-no-tax-rate', params: { message: 'Invoice 17 has no tax rate: add one' } },
      },
      case: {
        name: 'as it was seen',
        failure: { error: 'Invoice 17 has no tax rate: add one' },
        captures: {},
      },
    })
  })

  it('are cut at a word where the constant part is long', () => {
    const [cluster] = clusters([`${'many words '.repeat(40)}17`])
    const { value } = cluster?.draft.rule.conditions.any[0] ?? { value: '' }
    expect(value.length).toBeLessThanOrEqual(120)
    expect(value).toMatch(/(?:words|many)$/u)
  })

  it('may be none', () => {
    expect(clusters([])).toEqual([])
  })
})
