import { describe, expect, it } from '@jest/globals'
import { Passage } from '../../src/faults/passage.ts'
import { readIsland, unescapeString } from '../../src/faults/read-island.ts'

const always = () => true
const never = () => false

/** A value's first fault in short, and whether it was made by guessing; null: it holds none. */
function read(text: string, repair: (length: number) => boolean = always) {
  const value = readIsland(Passage.of(text), repair)
  if (value === undefined) return undefined
  const [fault] = value.faults
  return { repaired: value.repaired, fault: fault === undefined ? null : [fault.message, fault.detail] }
}
const strict = { repaired: false, fault: ['a', 'b'] }
const repaired = { repaired: true, fault: ['a', 'b'] }
const JSON_TEXT = '{"Message":"a","Detail":"b"}'
const escape = (text: string) => JSON.stringify(text).slice(1, -1)

describe('a stretch that looks like a value', () => {
  it.each([
    ['JSON', JSON_TEXT],
    ['JSON escaped once', escape(JSON_TEXT)],
    ['JSON escaped twice', escape(escape(JSON_TEXT))],
    ['JSON escaped three times', escape(escape(escape(JSON_TEXT)))],
    ['JSON in a value of another language', `{ error: '1', body: ${JSON_TEXT} }`],
    ['JSON in a string of such a value', `{ body: '${JSON_TEXT}' }`],
    ['JSON deeper inside', `{ a: { b: ${JSON_TEXT} } }`],
    ['JSON behind a value without faults', `{ a: {}, b: ${JSON_TEXT} }`],
    ['JSON whose quotes are entities', JSON_TEXT.replaceAll('"', '&quot;')],
  ])('is read as it is: %s', (_what, text) => {
    expect(read(text, never)).toEqual(strict)
  })

  it.each([
    ['cut off', '{"Message":"a","Detail":"b'],
    ['in single quotes', "{'Message': 'a', 'Detail': 'b'}"],
    ['without quotes', '{ Message: "a", Detail: "b" }'],
    ['in blanks', "[  {  'Message': 'a', 'Detail': 'b'}]"],
    ['with symbols of Ruby', '{:Message=>"a", :Detail=>"b"}'],
    ['with symbols of Ruby and blanks', '[{ :Message => "a", :Detail => "b", :code => nil }]'],
    ['with strings as keys, of Ruby', '{ "Message"=>"a", "Detail" => "b" }'],
    ['in backticks, of node', "{ Message: `a`, Detail: 'b' }"],
    ['in a list', "[{'Message': 'a', 'Detail': 'b'}]"],
    ['with strings whose quotes are entities', '{Message: &quot;a&quot;, Detail: &quot;b&quot;}'],
    [
      'with strings whose quotes are entities twice',
      '{Message: &amp;#34;a&amp;#34;, Detail: &amp;#x22;b&amp;#x22;}',
    ],
    ['with strings whose quotes are escaped', '{Message: \\"a\\", Detail: \\"b\\"}'],
  ])('is repaired: %s', (_what, text) => {
    expect(read(text)).toEqual(repaired)
    expect(read(text, never)).toBeUndefined()
  })

  it.each([
    '[see the log]',
    '[a, b]',
    '{see the log}',
    '[  see: the log]',
    '{see [{the}, log]}',
    '["a" and "b"]',
    `{"a": ${'x '.repeat(9_000)}`,
  ])('is none: %s', (text) => {
    expect(read(text)).toBeUndefined()
  })

  it('may hold quotes of another kind in its strings', () => {
    expect(read(`{'Message': 'a "quoted" one', 'Detail': "it's"}`)?.fault).toEqual(['a "quoted" one', "it's"])
    expect(read(`{ Message: \`it's "a"\`, Detail: 'it\\'s' }`)?.fault).toEqual([`it's "a"`, "it's"])
    expect(read(`{"Message": "it's", 'Detail': 'so "it" is'}`)?.fault).toEqual(["it's", 'so "it" is'])
  })

  it('may be so broken that it cannot be repaired', () => {
    expect(read('{"a": "b"}}}{{{')).toBeUndefined()
  })

  it('of Ruby may say nil', () => {
    expect(read('{:message=>"a", :detail=>nil, :code=>"1"}')?.fault).toEqual(['a', null])
    expect(read('{"message"=>"a", "detail"=>"nil return", "code"=>"1"}')?.repaired).toBe(true)
  })

  it('may be a repaired one without faults, if it holds members', () => {
    expect(read("{'a': 'b'}")).toEqual({ repaired: true, fault: null })
    expect(read("[{'a': 'b'}]")).toEqual({ repaired: true, fault: null })
  })

  it('asks whether so much may be repaired', () => {
    const asked: number[] = []
    const text = "{'a': 'b'}"
    expect(read(text, (length) => asked.push(length) > 1)).toBeUndefined()
    expect(asked).toEqual([text.length])
  })

  it('stands as a whole where it stood, once it is repaired', () => {
    const raw = "x {'Message': 'a', 'Detail': 'b', 'c': {'msg': 'text'}}"
    const value = readIsland(Passage.of(raw).slice(2, raw.length), always)
    expect(value?.faults).toMatchObject([{ start: 2, end: raw.length }])
    const inner = readIsland(Passage.of("x {'msg': 'text'}").slice(2, 17), always)
    expect(inner?.texts.map((text) => [text.text, text.offset(0), text.offset(4)])).toEqual([['text', 2, 17]])
  })

  it('within another stands where it stood', () => {
    const raw = `{ body: '${JSON_TEXT}' }`
    const [fault] = readIsland(Passage.of(raw), never)?.faults ?? []
    expect(raw.slice(fault?.start, fault?.end)).toBe(JSON_TEXT)
  })
})

describe('the escapes of a string', () => {
  it.each([
    ['\\"a\\" \\\'b\\\' \\/ \\\\', '"a" \'b\' / \\'],
    ['\\b\\f\\n\\r\\t', '\b\f\n\r\t'],
    ['\\u0041\\u00e9\\U00E9', 'Aéé'],
    ['\\N\\T', 'NT'],
    ['\\u004 \\x \\0', '\\u004 \\x \\0'],
    ['\\\\n', '\\n'],
  ])('are taken off, one level of them: %s', (text, plain) => {
    expect(unescapeString(Passage.of(text)).text).toBe(plain)
  })
})
