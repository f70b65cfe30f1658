import { describe, expect, it } from '@jest/globals'
import { findIslands } from '../../src/faults/find-islands.ts'

const islands = (text: string, maxDepth = 9) =>
  findIslands(text, maxDepth).map(({ start, end }) => text.slice(start, end))

describe('a value in a text', () => {
  it.each([
    ['{"a":1}'],
    ['{}'],
    ['[]'],
    ['[ ]'],
    ['{ }'],
    ['["a"]'],
    ["['a']"],
    ["{'a': 1}"],
    ['{a: 1}'],
    ['{ Fault_1 : {} }'],
    ['[{}]'],
    ['[[["a"]]]'],
    ['[1, 2]'],
    ['[ -12,3]'],
    ['[:a]'],
    ['{:a=>1}'],
    ['{\\"a\\":1}'],
    ['{\\\\\\"a\\\\\\":1}'],
    ['{\n  "a": [\n 1 ]\n}'],
  ])('is found: %s', (value) => {
    expect(islands(value)).toEqual([value])
    expect(islands(`push ${value} failed`)).toEqual([value])
  })

  it.each([
    'no value',
    '[2500] Invalid Reference Id',
    '[info] pushed',
    '[a: 1]',
    '[12]',
    '{ see the log }',
    '{1: 2}',
    '[[2500]',
    '(a) <b>',
    '] }',
  ])('is none: %s', (text) => {
    expect(islands(text)).toEqual([])
  })

  it('ends with its own bracket, whatever its strings hold', () => {
    for (const value of [
      '{"a":"}"}',
      "{'a':'}'}",
      '{"a":"\\"}"}',
      '{"a":["}",{"b":"]"}]}',
      `{"a":"it's }"}`,
      `{'a':"'}'"}`,
      `{"a":'"}'}`,
      '{"a":"\\\\"}',
    ]) {
      expect(islands(`${value} } ]`)).toEqual([value])
    }
  })

  it('takes an apostrophe within a word for no quote', () => {
    expect(islands("{a: it's} and it's {}")).toEqual(["{a: it's}", '{}'])
  })

  it('may hold a bracket that closes nothing', () => {
    expect(islands('{"a":1]} {}')).toEqual(['{"a":1]}', '{}'])
  })

  it('that is cut off ends with its record of the log, or with the text', () => {
    const next = '\n2026-03-02 09:41:00 INFO b'
    expect(islands(`{"a":1${next} {"c":1}`)).toEqual(['{"a":1', '{"c":1}'])
    expect(islands('{"a":"b')).toEqual(['{"a":"b'])
    expect(islands(`x${next} {"a":1 ${next} {"c":{${next}`)).toEqual(['{"a":1 ', '{"c":{'])
  })

  it('ends the search where it is deeper than any answer', () => {
    expect(islands('{} {"a":{"b":{}}} {}', 3)).toEqual(['{}', '{"a":{"b":{}}}', '{}'])
    expect(islands('{} {"a":{"b":{}}} {}', 2)).toEqual(['{}'])
  })

  it('is one of two thousand at most', () => {
    expect(islands('{} '.repeat(2_001))).toHaveLength(2_000)
    expect(islands('{}'.repeat(3))).toEqual(['{}', '{}', '{}'])
  })
})
