import { describe, expect, it } from '@jest/globals'
import { checkPatterns } from '../../../src/catalog/checks/check-patterns.ts'
import type { CaptureSource } from '../../../src/domain/capture.ts'
import type { Comparison, Condition } from '../../../src/domain/condition.ts'
import { NAME, parsedOf, ruleFile } from '../../support/catalog-parts.ts'

const matches = (value: string): Comparison => ({ fact: 'text', operator: 'matches', value })
const says: Condition = { fact: 'text', operator: 'says', value: 'a phrase (with * and +' }

/** What is said of a rule with these conditions and sources of its capture `user`. */
function told(conditions: Condition, user: readonly CaptureSource[] = []) {
  const faults = checkPatterns(
    parsedOf({ ruleFiles: [ruleFile({ conditions, item: { captures: { user } } })] }),
  )
  for (const { file, name } of faults)
    expect({ file, name }).toEqual({ file: `rules/${NAME}.json`, name: NAME })
  return faults.map(({ reason }) => reason)
}

const capturing = (...user: readonly CaptureSource[]) => told(says, user)

describe('a pattern of a rule', () => {
  it('is in order if it is bounded, and a phrase is none', () => {
    expect(told({ all: [says, matches('\\bYou and .{1,1000} were')] })).toEqual([])
    expect(capturing({ pattern: 'and (?<user>.{1,9}) were' }, { fact: 'element' })).toEqual([])
  })

  it.each([
    ['You .*were', 'Infinity'],
    ['You \\S+ were', 'Infinity'],
    ['You .{2,} were', 'Infinity'],
    ['You (?=.*were)', 'Infinity'],
    ['You (?:and|.*) were', 'Infinity'],
    ['(You) and \\1', 'Infinity'],
    ['(?<a>You) and \\k<a>', 'Infinity'],
    ['You .{0,1000} were', '1001'],
    ['You .{1,2000} were', '2000'],
    ['a.{1,40}b.{1,40}', '1600'],
    ['(?:a{0,3}){0,9}', '2621440'],
  ])('that has too many ways to be tried is told: %s', (pattern, ways) => {
    expect(told(matches(pattern))).toEqual([
      `pattern ${pattern}: not bounded tightly enough (${ways} ways from one position, at most 1000)`,
    ])
  })

  it.each(['\\bYou and (', '\\You and', '(?<user>'])('that does not compile is told: %s', (pattern) => {
    expect(told(matches(pattern))).toEqual([
      expect.stringContaining(`pattern ${pattern}: Invalid regular expression`),
    ])
  })

  it('is judged under a not, too', () => {
    expect(told({ any: [says, { not: matches('x+') }] })).toEqual([
      expect.stringMatching(/^pattern x\+: not bounded tightly enough/u),
    ])
  })

  it.each(['(?i:you) and', '(?<user>a)|(?<user>b)', '[\\p{L}--[a-z]]', '\\p{Script=Nonsense}', '(?<=a)b'])(
    '%s is told exactly if this engine cannot compile it',
    (pattern) => {
      expect(told(matches(pattern)).length > 0).toBe(!compiles(pattern))
    },
  )
})

function compiles(pattern: string): boolean {
  try {
    return new RegExp(pattern, 'iu').source !== ''
  } catch {
    return false
  }
}

describe('a pattern of a capture', () => {
  it('that does not compile or is not bounded is told', () => {
    expect(capturing({ pattern: '(?<user>' })).toEqual([
      expect.stringMatching(/^pattern \(\?<user>: Invalid/u),
    ])
    expect(capturing({ pattern: '(?<user>a)' }, { pattern: '(?<user>\\d+)', as: 'digits' })).toEqual([
      expect.stringMatching(/^pattern \(\?<user>\\d\+\): .*Infinity ways/u),
    ])
  })

  it('holds the group of its name', () => {
    expect(capturing({ pattern: 'and (?<name>.{1,9}) were' })).toEqual([
      'capture user has a pattern without the group (?<user>…)',
    ])
  })
})

describe('a pattern of the retry rules', () => {
  it('is judged like one of a rule', () => {
    const retryRules = [{ retry: 'transient', conditions: { any: [says, matches('x+')] } }] as const
    expect(checkPatterns(parsedOf({ retryRules }))).toEqual([
      {
        file: 'rules/retry.json',
        name: 'retry',
        reason: expect.stringMatching(/^pattern x\+: not bounded/u),
      },
    ])
  })
})
