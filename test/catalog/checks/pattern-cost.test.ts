import { describe, expect, it } from '@jest/globals'
import { patternCost } from '../../../src/catalog/checks/pattern-cost.ts'

describe('the ways to try a pattern from one position', () => {
  it.each([
    ['stale', 1],
    ['^\\bstale[a-z]\\d.$', 1],
    ['stale|reset', 2],
    ['(?:a|b)', 2],
    ['(a|b|c)', 3],
    ['(?:a|b)(?:c|d|e)', 6],
    ['a?', 2],
    ['a{3}', 1],
    ['a{2,5}', 4],
    ['a{1,40}b{1,40}', 1600],
    ['a{1,3}|b{1,4}', 7],
    ['(?:a|b){2}', 4],
    ['(?:a{0,3}){0,9}', 10 * 4 ** 9],
    ['(?=a{1,3})', 3],
    ['(?<!a|b)', 2],
    ['(?=a{1,3})b{1,2}', 6],
  ])('of %s are %i', (pattern, ways) => {
    expect(patternCost(pattern)).toBe(ways)
  })

  it.each(['a*', 'a+', 'a{2,}', '.*?', '(?=.*a)', '(?:a|b*)', '(a)\\1', '(?<one>a)\\k<one>'])(
    'of %s have no bound',
    (pattern) => {
      expect(patternCost(pattern)).toBe(Infinity)
    },
  )

  it.each(['You and (', '\\You', '(?<user>'])('cannot be told of %s, which is no pattern', (pattern) => {
    expect(() => patternCost(pattern)).toThrow(/^Invalid regular expression/u)
  })
})
