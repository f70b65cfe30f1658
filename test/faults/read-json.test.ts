import { describe, expect, it } from '@jest/globals'
import { Passage } from '../../src/faults/passage.ts'
import { readIsland } from '../../src/faults/read-island.ts'

/** What a JSON value holds: its faults in short, and its texts. */
function read(value: unknown) {
  const found = readIsland(Passage.of(JSON.stringify(value)), () => false)
  return {
    faults: found?.faults.map(({ message, detail, code }) => [message, detail, code]),
    texts: found?.texts.map(({ text }) => text),
  }
}
const one = (value: unknown) => readIsland(Passage.of(JSON.stringify(value)), () => false)?.faults
const texts = (...found: readonly string[]) => ({ faults: [], texts: found })
const faults = (...found: readonly unknown[]) => ({ faults: found, texts: [] })

describe('QuickBooks’ own answer', () => {
  it('holds the errors of its fault, in any case', () => {
    expect(read({ Fault: { Error: [{ Message: 'a', Detail: 'b', code: '1' }, { message: 'c' }] } })).toEqual(
      faults(['a', 'b', '1'], ['c', null, null]),
    )
    expect(read({ FAULT: { ERROR: { MESSAGE: 'a', CODE: 7 } } })).toEqual(faults(['a', null, '7']))
  })

  it('tells the type of each of its faults', () => {
    const Error = [{ Message: 'a' }, { Message: 'b' }]
    expect(one([{ Fault: { Error, type: 'A' } }, { Fault: { Error } }])?.map(({ type }) => type)).toEqual([
      'A',
      'A',
      null,
      null,
    ])
  })

  it('may hold errors that are texts', () => {
    expect(read({ Fault: { Error: ['a', 7, { Message: 'b' }] } })).toEqual({
      faults: [['b', null, null]],
      texts: ['a'],
    })
  })

  it('may be a fault of another form, which is searched', () => {
    expect(read({ fault: { inner: { Message: 'a', Detail: 'b' } } })).toEqual(faults(['a', 'b', null]))
    expect(read({ fault: { message: 'a' } })).toEqual(texts('a'))
    expect(read({ fault: 'a' })).toEqual(texts('a'))
    expect(read({ fault: [{ Message: 'a', Detail: 'b' }] })).toEqual(faults())
    expect(read({ fault: 7 })).toEqual(faults())
  })

  it('takes a detail of null for none', () => {
    expect(read([{ Message: 'a', Detail: 'null', code: '1' }])).toEqual(faults(['a', null, '1']))
    expect(read([{ Message: 'a', Detail: null, code: '1' }])).toEqual(faults(['a', null, '1']))
  })

  it('takes the first of two members of one name', () => {
    expect(read({ Fault: { Error: [{ Message: 'a', message: 'b' }] } })).toEqual(faults(['a', null, null]))
  })

  it('holds a hundred faults at most', () => {
    const many = Array.from({ length: 120 }, () => ({ Message: 'a', Detail: 'b' }))
    expect(one({ Fault: { Error: many } })).toHaveLength(100)
    expect(one(many)).toHaveLength(100)
    expect(one(many.map((error) => ({ errors: [error] })))).toHaveLength(100)
  })
})

describe('an error object of others', () => {
  it('has two of message, detail and code', () => {
    expect(read({ message: 'a', code: '1' })).toEqual(faults(['a', null, '1']))
    expect(read({ message: 'a', detail: 'b' })).toEqual(faults(['a', 'b', null]))
    expect(read({ detail: 'b', code: 1 })).toEqual(faults([null, 'b', '1']))
    expect(read({ error: 'a', error_description: 'b' })).toEqual(faults(['a', 'b', null]))
    expect(read({ error_message: 'a', error_detail: 'b', error_code: '1' })).toEqual(faults(['a', 'b', '1']))
    expect(read({ message: 'a' })).toEqual(texts('a'))
    expect(read({ code: '1', colour: 'a' })).toEqual(faults())
  })

  it('tells its element', () => {
    expect(one({ message: 'a', code: '1', element: 'Line' })).toMatchObject([{ element: 'Line' }])
  })

  it('without a detail is an envelope where QuickBooks’ words stand deeper inside', () => {
    const inner = { Fault: { Error: [{ Message: 'b' }] } }
    expect(read({ message: 'a', code: '1', data: inner })).toEqual(faults(['b', null, null]))
    expect(read({ message: 'a', code: '1', data: { message: 'b' } })).toEqual({
      faults: [['a', null, '1']],
      texts: ['b'],
    })
  })

  it.each([
    [{ detail: 'd' }, 'd'],
    [{ error_description: 'd' }, 'd'],
    [{ element: 'e' }, null],
  ])('with %j is the fault itself', (member, detail) => {
    const data = { Fault: { Error: [{ Message: 'b' }] } }
    expect(read({ message: 'a', code: '1', ...member, data })).toEqual(faults(['a', detail, '1']))
  })

  it('may be one of a list of errors, which are faults whatever they hold', () => {
    expect(read({ errors: [{ message: 'a' }, 'b'] })).toEqual({ faults: [['a', null, null]], texts: ['b'] })
    expect(read({ error: [{ message: 'a' }] })).toEqual(faults(['a', null, null]))
    expect(read({ error: { message: 'a' } })).toEqual(texts('a'))
    expect(read({ others: [{ message: 'a' }] })).toEqual(texts('a'))
  })
})

describe('what stands round a fault', () => {
  const error = { Message: 'a', Detail: 'b' }

  it.each([
    ['statusCode', 400],
    ['status_code', '400'],
    ['status', 400],
    ['http_status', 400],
    ['httpStatus', 400],
  ])('tells its HTTP status as %s', (name, status) => {
    expect(one({ [name]: status, data: { list: [error] } })).toMatchObject([{ httpStatus: 400 }])
  })

  it.each([
    [99, null],
    [100, 100],
    [599, 599],
    [600, null],
    ['failed', null],
  ])('tells a status of %s as %s', (status, httpStatus) => {
    expect(one({ status, data: error })).toMatchObject([{ httpStatus }])
  })

  it.each(['intuit_tid', 'intuitTid', 'intuit-tid'])('tells its intuit_tid as %s', (name) => {
    expect(one({ [name]: '1-a', data: error })).toMatchObject([{ intuitTid: '1-a' }])
  })

  it.each(['fault_type', 'faultType'])('tells its type as %s', (name) => {
    expect(one({ [name]: 'A', data: error })).toMatchObject([{ type: 'A' }])
  })

  it('tells its item of a batch', () => {
    expect(one([{ bId: 'b1', Fault: { Error: [error] } }, { Fault: { Error: [error] } }])).toMatchObject([
      { batchItemId: 'b1' },
      { batchItemId: null },
    ])
  })

  it('gives way to what stands nearer', () => {
    const outer = { status: 500, intuit_tid: '1-a', fault_type: 'A', bId: 'b1' }
    const inner = { status: 400, intuit_tid: '1-b', fault_type: 'B', bId: 'b2' }
    expect(one({ ...outer, data: { ...inner, list: [error] } })).toMatchObject([
      { httpStatus: 400, intuitTid: '1-b', type: 'B', batchItemId: 'b2' },
    ])
    expect(one({ ...outer, Fault: { Error: [{ ...error, ...inner }] } })).toMatchObject([
      { httpStatus: 400, intuitTid: '1-b', batchItemId: 'b2' },
    ])
    expect(one({ ...outer, data: { Fault: { Error: [error], type: 'C' } } })).toMatchObject([
      { httpStatus: 500, intuitTid: '1-a', type: 'C', batchItemId: 'b1' },
    ])
  })
})

describe('a string of a value', () => {
  it.each([
    'body',
    'description',
    'detail',
    'details',
    'error',
    'error_message',
    'errorMessage',
    'event',
    'exception',
    'failure',
    'fault',
    'log',
    'message',
    'msg',
    'original_message',
    'originalMessage',
    'providerMessage',
    'reason',
    'response',
    'stack',
    'text',
  ])('is a text under the name %s', (name) => {
    expect(read({ [name]: 'a', deeper: [{ [name]: 'b' }] })).toEqual(texts('a', 'b'))
  })

  it('is a text by itself and in a list', () => {
    expect(read(['a', ['b'], 7])).toEqual(texts('a', 'b'))
    expect(read({ list: ['a'] })).toEqual(texts())
  })

  it('under any other name is data', () => {
    expect(read({ name: 'a', note: { memo: 'b' } })).toEqual(texts())
  })

  it('is no text beside a message that is told already', () => {
    expect(read({ message: 'a', code: '1', stack: 'b' })).toEqual(faults(['a', null, '1']))
  })

  it.each(['config', 'data_sent', 'headers', 'payload', 'request', 'requestBody', 'request_body', 'url'])(
    'in what was sent is none: %s',
    (name) => {
      expect(read({ [name]: { message: 'a', deeper: { Fault: { Error: [{ Message: 'b' }] } } } })).toEqual(
        texts(),
      )
    },
  )

  it('stands where it stood, without its quotes and escapes', () => {
    const raw = '{"message":"a\\n\\u0062\\/"}'
    const [text] = readIsland(Passage.of(raw), () => false)?.texts ?? []
    expect(text?.text).toBe('a\nb/')
    expect([0, 1, 2, 3].map((i) => raw.slice(text?.offset(i), text?.offset(i + 1)))).toEqual([
      'a',
      '\\n',
      '\\u0062',
      '\\/',
    ])
  })
})
