import { describe, expect, it } from '@jest/globals'
import { createReadFaults } from '../../src/faults/read-faults.ts'

const readFaults = createReadFaults(['must be unique', 'income account'])
const M = 'Invalid Number'
const VALUE = { Message: M, Detail: 'a' }
const JSON_TEXT = JSON.stringify(VALUE)

const short = (raw: unknown) => readFaults(raw).map(({ message, detail }) => [message, detail])
const texts = (raw: unknown) => readFaults(raw).map(({ text }) => text)
const places = (raw: string) => readFaults(raw).map(({ start, end }) => raw.slice(start, end))
const escaped = (text: string) => JSON.stringify(text).slice(1, -1)
const times = (count: number, wrap: (text: string) => string, text: string) =>
  Array.from({ length: count }).reduce<string>((inner) => wrap(inner), text)

describe('a value in a text', () => {
  it('is read where it stands, and the words round it are not', () => {
    const raw = `push failed: ${JSON_TEXT}, must be unique`
    expect(short(raw)).toEqual([[M, 'a']])
    expect(places(raw)).toEqual([JSON_TEXT])
  })

  it('is one of several', () => {
    expect(short(`${JSON_TEXT} and {"Message":"b","Detail":"c"}`)).toEqual([
      [M, 'a'],
      ['b', 'c'],
    ])
  })

  it('without a fault leaves what is said in it and round it, in order', () => {
    const raw = `no income account {"msg":"must be unique"} but an income account`
    expect(texts(raw)).toEqual(['no income account', 'must be unique', 'but an income account'])
    expect(places(raw)).toEqual(['no income account', 'must be unique', 'but an income account'])
  })

  it('that says nothing leaves the words round it', () => {
    expect(texts('push {"id":7} failed')).toEqual(['push', 'failed'])
    expect(texts('push {"id":7} - no income account - {"id":8} failed')).toEqual(['- no income account -'])
    expect(texts('{"id":7} .')).toEqual([])
  })

  it('tells the same words once', () => {
    expect(texts({ message: 'no income account', stack: 'no income account' })).toEqual(['no income account'])
    expect(texts({ message: 'no income account', reason: 'an income account' })).toEqual([
      'no income account',
      'an income account',
    ])
  })

  it('tells all its texts where none says anything', () => {
    expect(texts({ message: 'push failed', reason: 'no idea' })).toEqual(['push failed', 'no idea'])
    expect(texts({ message: 'push failed', reason: 'no income account' })).toEqual(['no income account'])
  })

  it('may hold a page, or stand beside one', () => {
    expect(readFaults({ body: '<html><p>502 Bad Gateway</p></html>' })).toMatchObject([
      { text: '502 Bad Gateway', httpStatus: 502 },
    ])
    expect(texts(`{"id":7}${' '.repeat(501)}<html><p>502 Bad Gateway</p></html>`)).toEqual([
      '502 Bad Gateway',
    ])
  })

  it('may hold a fault of XML', () => {
    const xml = `<Error code="1"><Message>${M}</Message></Error>`
    expect(readFaults({ body: xml })).toMatchObject([{ message: M, code: '1' }])
    expect(readFaults(JSON.stringify(xml))).toMatchObject([{ message: M, code: '1' }])
  })

  it('may hold another in a text, up to six times', () => {
    const wrap = (text: string) => JSON.stringify({ body: text })
    expect(short(times(6, wrap, JSON_TEXT))).toEqual([[M, 'a']])
    expect(readFaults(times(8, wrap, JSON_TEXT))).toEqual([])
  })
})

describe('a value that is no JSON', () => {
  it('is repaired', () => {
    expect(short(`push failed: {'Message': '${M}', 'Detail': 'a'}`)).toEqual([[M, 'a']])
  })

  it('is read as text where repair would lose what it says', () => {
    expect(texts(`{"error: no income account`)).toEqual(['{"error: no income account'])
    expect(texts(`{error: no income account}`)).toHaveLength(1)
  })

  it.each([
    'fault',
    'error',
    'errors',
    'message',
    'error_message',
    'detail',
    'error_detail',
    'msg',
    'exception',
  ])('is read as text where repair would lose what it says: %s', (name) => {
    const lost = `{ ${name}: {id: 'no income account'} }`
    expect(texts(lost)).toEqual([lost])
    expect(texts(`{ id: 7, "${name}": {id: 'no income account'} }`)).toHaveLength(1)
    expect(texts(`{ id: {of: 'no income account'}, my${name}: 7 }`)).toEqual([])
  })

  it('is data where it names no fault', () => {
    expect(texts(`push {'id': 'income account'} failed`)).toEqual(['push', 'failed'])
  })

  it('is repaired for 48 KiB of a failure, and read as text from there on', () => {
    const one = `{'msg': 'no income account', 'x': '${'x'.repeat(15_900)}'} `
    const found = texts(one.repeat(4))
    expect(found[0]).toBe('no income account')
    expect(found).toHaveLength(2)
    expect(found[1]).toMatch(/^\{'msg': 'no income account'/u)
    expect(texts(one.repeat(3))).toEqual(['no income account'])
  })
})

describe('a name between asterisks', () => {
  it('is part of what is said, also if it looks like a value', () => {
    expect(texts('no income account for *{"a":1}* in')).toEqual(['no income account for *{"a":1}* in'])
    expect(texts('*{"a":1}* has no income account {"id":7}')).toEqual(['*{"a":1}* has no income account'])
    expect(short(`*b* ${JSON_TEXT} *c*`)).toEqual([[M, 'a']])
    expect(short(`{"note":"*"} ${JSON_TEXT} *`)).toEqual([[M, 'a']])
  })
})

describe('a text that came as a string', () => {
  it('is read without its quotes and escapes, also if it is one within one', () => {
    expect(short(` "${M}: \\"a\\" b" `)).toEqual([[M, 'a" b']])
    expect(short(times(6, JSON.stringify, JSON_TEXT))).toEqual([[M, 'a']])
    expect(places(JSON.stringify(JSON_TEXT))).toEqual([escaped(JSON_TEXT)])
  })

  it('is taken out of six levels of quotes at most', () => {
    const quoted = times(7, JSON.stringify, 'must be unique')
    expect(texts(times(6, JSON.stringify, 'must be unique'))).toEqual(['must be unique'])
    expect(places(`  "must be unique"  `)).toEqual(['must be unique'])
    expect(texts(quoted)).toEqual(['"must be unique"'])
  })

  it('is none if its quotes are only part of it', () => {
    expect(texts('"a" and "b"')).toEqual(['"a" and "b"'])
    expect(texts('"a" b')).toEqual(['"a" b'])
    expect(texts('a "b"')).toEqual(['a "b"'])
  })
})

describe('a structure whose signs came as entities or escapes', () => {
  const xml = `<Error code="1"><Message>${M}</Message><Detail>a</Detail></Error>`
  const entities = (text: string) =>
    text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;').replaceAll('"', '&quot;')

  it.each([
    ['XML', entities(xml)],
    ['XML twice', entities(entities(xml))],
    ['XML with a prolog', entities(`<?xml version="1.0"?>${xml}`)],
    ['XML with a name space', entities(xml.replaceAll('Error', 'qbo:Error'))],
    ['XML in numbers', xml.replaceAll('<', '&#60;')],
    ['XML in hexadecimal numbers', xml.replaceAll('<', '&#x3c;')],
    ['XML in an envelope', entities(`<IntuitResponse>${xml}</IntuitResponse>`)],
    ['XML in a fault', entities(`<Fault>${xml}</Fault>`)],
    ['JSON', entities(JSON_TEXT)],
    ['JSON twice', entities(entities(JSON_TEXT))],
    ['JSON in blanks', entities(JSON_TEXT.replace('{', '{  '))],
    ['JSON whose entities are escaped', JSON_TEXT.replaceAll('"', '\\&quot;')],
    ['hashes of Ruby', entities(`{:Message=>"${M}", :Detail=>"a"}`)],
    ['hashes of Ruby twice', entities(entities(`{:Message=>"${M}", :Detail=>"a"}`))],
    ['JSON in numbers', JSON_TEXT.replaceAll('"', '&#34;')],
    ['JSON in hexadecimal numbers', JSON_TEXT.replaceAll('"', '&#x22;')],
    ['JSON in a list', entities(`[ ${JSON_TEXT}]`)],
    ['XML whose quotes are escaped', `"${escaped(xml)}`],
    ['XML whose quotes are escaped twice', escaped(escaped(xml))],
  ])('is read: %s', (_what, raw) => {
    expect(short(raw)).toEqual([[M, 'a']])
    expect(short(`push failed: ${raw}`)).toEqual([[M, 'a']])
  })

  it('may be a page', () => {
    const page = '<!DOCTYPE html><html><p>502 Bad Gateway</p></html>'
    expect(texts(entities(page))).toEqual(['502 Bad Gateway'])
    expect(texts(entities(page.slice(15)))).toEqual(['502 Bad Gateway'])
  })

  it('is not made of what a fault says', () => {
    const said = '<Error><Message>a &lt;Error> b</Message></Error>'
    expect(texts(said)).toEqual(['a <Error> b'])
    expect(texts('a &lt;b&gt; c')).toEqual(['a <b> c'])
  })
})

describe('a JSON value', () => {
  it('is read as its text, and what has none reads as empty', () => {
    expect(short(VALUE)).toEqual([[M, 'a']])
    expect(texts(['no income account'])).toEqual(['no income account'])
    expect(readFaults(undefined)).toEqual([])
    const round: Record<string, unknown> = {}
    round.self = round
    expect(readFaults(round)).toEqual([])
    expect(readFaults(1n)).toEqual([])
  })

  it('holds a hundred faults at most', () => {
    expect(readFaults(`${JSON_TEXT} `.repeat(120))).toHaveLength(100)
  })

  it('has its context from all of its text', () => {
    expect(readFaults(`HTTP/1.1 400 ${JSON_TEXT} code=2090`)).toMatchObject([
      { httpStatus: 400, code: '2090' },
    ])
  })
})
