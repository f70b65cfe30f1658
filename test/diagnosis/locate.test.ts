import { describe, expect, it } from '@jest/globals'
import { locate } from '../../src/diagnosis/locate.ts'
import type { Comparison } from '../../src/domain/condition.ts'

const TEXT = 'Can’t print: PAPER jam in tray 2'
const NOWHERE = { start: null, end: null }

/** The words of the text that a comparison is about. */
function words(operator: Comparison['operator'], value: Comparison['value'], text = TEXT) {
  const { start, end } = locate({ fact: 'text', operator, value }, text)
  return start === null || end === null ? null : text.slice(start, end)
}

describe('the place of a comparison in the text', () => {
  it('is where its phrase stands, whatever its case and quotes', () => {
    expect(words('says', 'paper jam')).toBe('PAPER jam')
    expect(words('says', "can't")).toBe('Can’t')
    expect(words('says', '(tray 2)', 'see (tray 2)')).toBe('(tray 2)')
    expect(words('says', 'tray 3')).toBeNull()
  })

  it('is where its pattern matches', () => {
    expect(words('matches', 'paper \\w{3}')).toBe('PAPER jam')
    expect(words('matches', "^can't")).toBe('Can’t')
    expect(words('matches', 'tray 3')).toBeNull()
  })

  it('is all of a text that is the start of the known words', () => {
    expect(locate({ fact: 'text', operator: 'startOf', value: 'paper jam in tray 2' }, 'paper jam')).toEqual({
      start: 0,
      end: 9,
    })
  })

  it.each(['equal', 'notEqual', 'in', 'notIn'] as const)('is nowhere for %s', (operator) => {
    expect(locate({ fact: 'text', operator, value: TEXT }, TEXT)).toEqual(NOWHERE)
  })

  it('is nowhere for another fact', () => {
    for (const operator of ['says', 'matches', 'startOf'] as const) {
      expect(locate({ fact: 'detail', operator, value: 'PAPER jam' }, TEXT)).toEqual(NOWHERE)
    }
  })
})
