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

  it('come by their number, and as they were seen where it is the same', () => {
    const texts = ['no paper', 'no ink', 'no tray 1', 'out of tea', 'no ink', 'no tray 2', 'no tray 3']
    expect(clusters(texts).map(({ text, count }) => [count, text])).toEqual([
      [3, 'no tray …'],
      [2, 'no ink'],
      [1, 'no paper'],
      [1, 'out of tea'],
    ])
  })

  it.each([
    ['write to pat.o@example.com at once', 'write to … at once'],
    ['customer=Smith&Sons is odd, a =b is not', 'customer=… is odd, a =b is not'],
    ['seen at 2026-03-02T09:41:00 by 1b4e28ba-2fa1-11d2-883f-0016d3cca427', 'seen at … by …'],
    ['the sum of 1,234.56 is odd', 'the sum of … is odd'],
    ['for *Acme Inc.* there', 'for *…* there'],
    ['for ‘Zoë’ there', 'for ‘…’ there'],
    ['sent by Anne-Marie O’Brien, Bob or Al', 'sent by …, … or …'],
    ['It failed. Contact support', 'It failed. Contact support'],
    ['A PDF of It', 'A PDF of …'],
  ])('lose what varies: %s', (text, masked) => {
    expect(clusters([text])[0]?.text).toBe(masked)
  })

  it.each([
    ['17: ((has no rate)), 18', 'has no rate', 'has-no-rate'],
    ['one two 17 six ten', 'one two', 'one-two'],
    ['17 ... ends. 18', 'ends.', 'ends'],
    ['rate 17', 'rate', 'rate'],
    ['We could not find any of it 17', 'We could not find any of it', 'we-could-not-find'],
    ['17', '', 'unnamed'],
    ['a'.repeat(120), 'a'.repeat(120), 'a'.repeat(120)],
    [`${'seventeen '.repeat(20)}17`, 'seventeen '.repeat(12).trim(), Array(4).fill('seventeen').join('-')],
  ])('wait for the longest part that stays, and are named by it: %s', (text, value, type) => {
    const { rule } = clusters([text])[0]?.draft ?? {}
    expect(rule?.conditions).toEqual({ any: [{ fact: 'text', operator: 'says', value }] })
    expect(rule?.event.type).toBe(type)
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
