import { describe, expect, it } from '@jest/globals'
import { Passage } from '../../src/faults/passage.ts'

/** The raw offsets of each character and of the end. */
const offsets = (passage: Passage) =>
  Array.from({ length: passage.text.length + 1 }, (_, i) => passage.offset(i))
const decoded = Passage.of('ab&amp;cd').replace(/&amp;/gu, () => '&')

describe('a passage', () => {
  it('stands where it stood in the raw text', () => {
    expect(offsets(Passage.of('abc'))).toEqual([0, 1, 2, 3])
    const part = Passage.of('abcdef').slice(2, 5)
    expect([part.text, offsets(part)]).toEqual(['cde', [2, 3, 4, 5]])
    expect([part.slice(1, 2).text, offsets(part.slice(1, 2))]).toEqual(['d', [3, 4]])
  })

  it('keeps its offsets where a match is written shorter or longer', () => {
    expect([decoded.text, offsets(decoded)]).toEqual(['ab&cd', [0, 1, 2, 7, 8, 9]])
    const grown = Passage.of('abc').replace(/b/gu, () => 'xyz')
    expect([grown.text, offsets(grown)]).toEqual(['axyzc', [0, 1, 1, 1, 2, 3]])
    const gone = Passage.of('abc').replace(/[ac]/gu, () => '')
    expect([gone.text, offsets(gone)]).toEqual(['b', [1, 3]])
  })

  it('keeps its offsets through several edits and cuts', () => {
    const twice = decoded.slice(1, 4).replace(/[&c]/gu, (match) => `<${match}>`)
    expect([twice.text, offsets(twice)]).toEqual(['b<&><c>', [1, 2, 2, 2, 7, 7, 7, 8]])
  })

  it('is itself where nothing matches', () => {
    expect(decoded.replace(/x/gu, () => '')).toBe(decoded)
  })

  it('is searched from its start, whatever the pattern was used for before', () => {
    const pattern = /a/gu
    pattern.lastIndex = 2
    expect(Passage.of('abca').replace(pattern, () => '').text).toBe('bc')
  })

  it('ends behind its last character', () => {
    expect(decoded.offset(99)).toBe(9)
  })

  it('may be told by another text, all of it at its start', () => {
    const spread = decoded.slice(2, 4).spread('xyz')
    expect([spread.text, offsets(spread)]).toEqual(['xyz', [2, 2, 2, 8]])
  })

  it('loses the blanks round it', () => {
    const trimmed = Passage.of(' \n a b ').trim()
    expect([trimmed.text, offsets(trimmed)]).toEqual(['a b', [3, 4, 5, 6]])
    const blank = Passage.of('&amp;&amp;').replace(/&amp;/gu, () => ' ')
    expect([blank.trim().text, offsets(blank.trim())]).toEqual(['', [10]])
  })
})
