import { afterEach, describe, expect, it, jest } from '@jest/globals'
import { readFaults } from '../support/catalog.ts'

const MIB = 1 << 20
const fill = (piece: string) => piece.repeat(Math.ceil(MIB / piece.length)).slice(0, MIB)

/** Texts of 1 MiB made to be slow for one reader or another. */
const hostile: Readonly<Record<string, string>> = {
  'opening square brackets': fill('['),
  'opening braces': fill('{'),
  'nested objects': fill('{"a":'),
  'nested lists of objects': fill('[{"Error":'),
  'closing brackets': fill(']}'),
  'many small objects': fill('{"a":1} '),
  'many small broken objects': fill('{"a: '),
  'many small faults': fill('{"Message":"a","Detail":"b"} '),
  'single-quoted objects': fill("{'a': "),
  'one unclosed object of small values': `{"a":[${fill('1,')}`,
  'one unclosed string': `{"Detail":"${fill('a ')}`,
  quotes: fill('"'),
  'quotes and words': fill('"a '),
  apostrophes: fill("'"),
  backslashes: fill('\\'),
  'escaped quotes': fill('\\"'),
  'escapes of escapes': fill('\\\\\\"'),
  'unicode escapes': fill('\\u0041'),
  'unclosed tags': fill('<Error '),
  'nested errors': fill('<Error><Message>'),
  'closed errors': fill('<Error><Message>a</Message></Error>'),
  'data elements': fill('<a>b'),
  'an HTML page of tags': `<html>${fill('<p>')}`,
  'opening angles': fill('<'),
  ampersands: fill('&'),
  'unfinished entities': fill('&#x41'),
  'double entities': fill('&amp;amp;'),
  blanks: fill(' '),
  'line breaks': fill('\n'),
  'mixed blanks': fill(' \t\n'),
  separators: fill(': '),
  'a phrase again and again': fill('The name supplied already exists. '),
  'a known message again and again': fill('Invalid account type used: '),
  'starts of a phrase': fill('Duplicate Name Exists Erro'),
  'document numbers': fill('DocNumber='),
  'lone surrogates': fill('\ud83d'),
  'emoji and combining marks': fill('e\u0301👩‍👩‍👧'),
  'letters that grow when lowered': fill('İ'),
  'invisible characters': fill('\u200b'),
  addresses: fill('http://'),
  headers: fill('X-A: b\n'),
  'names and values': fill('name="a'),
  'log records': fill('2026-03-02T09:41:00Z ERROR a\n'),
  'stack frames': fill('\n    at a (b.js:1:1)'),
  mentions: fill('resolved: '),
  'token-like words': fill('Bearer '),
  'dots and bars': fill('. | '),
  digits: fill('1'),
  'digits and line breaks': fill('1\n'),
}

const plain = fill('Nothing to see here, all words are plain ones and none of them means a thing. ')

function cost(text: string): number {
  const before = process.cpuUsage()
  readFaults(text)
  const { user, system } = process.cpuUsage(before)
  return user + system
}

function median(values: readonly number[]): number {
  return [...values].sort((a, b) => a - b)[Math.floor(values.length / 2)] ?? 0
}

describe('a text of 1 MiB', () => {
  cost(plain)
  const plainCost = median(Array.from({ length: 5 }, () => cost(plain)))

  it.each(Object.entries(hostile))('of %s costs at most 20 times a plain one', (_name, text) => {
    expect(median(Array.from({ length: 5 }, () => cost(text)))).toBeLessThanOrEqual(20 * plainCost)
  })
})

describe('our own scanners, which go through a text sign by sign with charAt', () => {
  afterEach(() => {
    jest.restoreAllMocks()
  })

  it.each(Object.entries(hostile))('look at most eight times at each sign of %s', (_name, text) => {
    const part = text.slice(0, 1 << 16)
    const looks = jest.spyOn(String.prototype, 'charAt')
    readFaults(part)
    expect(looks.mock.calls.length).toBeLessThanOrEqual(8 * part.length)
  })
})
