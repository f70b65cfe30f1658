import { describe, expect, it } from '@jest/globals'
import { makeFault } from '../../src/faults/make-fault.ts'
import { stripEnd } from '../../src/faults/strip-end.ts'

const place = { start: 3, end: 9 }

describe('a fault in canonical form', () => {
  it('has all its parts folded, and null for what is not told', () => {
    expect(
      makeFault({
        message: ' Invalid  Number ',
        detail: 'a &amp; b',
        code: '2090',
        element: ' Qty ',
        type: 'SERVICE\n',
        httpStatus: 400,
        intuitTid: ' 1-a ',
        batchItemId: ' b1 ',
        ...place,
      }),
    ).toEqual({
      text: 'Invalid Number : a & b',
      message: 'Invalid Number',
      detail: 'a & b',
      code: '2090',
      element: 'Qty',
      type: 'SERVICE',
      httpStatus: 400,
      intuitTid: '1-a',
      batchItemId: 'b1',
      ...place,
    })
    expect(makeFault({ message: null, code: '', element: ' ', ...place })).toEqual({
      text: '',
      message: null,
      detail: null,
      code: null,
      element: null,
      type: null,
      httpStatus: null,
      intuitTid: null,
      batchItemId: null,
      ...place,
    })
  })

  it('is split where its text is one', () => {
    expect(makeFault({ text: 'Invalid Number: a', ...place })).toMatchObject({
      text: 'Invalid Number: a',
      message: 'Invalid Number',
      detail: 'a',
    })
    expect(makeFault({ message: 'A', detail: 'b', separator: ' - ', ...place }).text).toBe('A - b')
  })

  it.each([
    ['003200', '3200'],
    ['000', '0'],
    ['6240', '6240'],
    ['2090a', '2090a'],
  ])('has the code %s without leading zeros', (code, told) => {
    expect(makeFault({ code, ...place }).code).toBe(told)
  })

  it('has the code and the status that the gateway writes into the message, unless told otherwise', () => {
    const text = 'message=AuthenticationFailed; errorCode=003200; statusCode=401'
    expect(makeFault({ text, ...place })).toMatchObject({ code: '3200', httpStatus: 401 })
    expect(makeFault({ text, code: '100', httpStatus: 500, ...place })).toMatchObject({
      code: '100',
      httpStatus: 500,
    })
    for (const other of [
      'statusCode=4011',
      'myerrorCode=3',
      'mystatusCode=401',
      'errorCode=x; statusCode=y',
    ]) {
      expect(makeFault({ text: other, ...place })).toMatchObject({ code: null, httpStatus: null })
    }
  })

  it('has at most 4,000 characters, counted after folding', () => {
    const words = 'a &amp; b '
    expect(makeFault({ text: words.repeat(1_000), ...place }).text).toBe(
      'a & b '.repeat(1_000).slice(0, 4_000),
    )
    expect(makeFault({ message: 'm'.repeat(3_000), detail: 'd'.repeat(3_000), ...place }).text).toHaveLength(
      4_000,
    )
    expect(makeFault({ element: 'e'.repeat(5_000), ...place }).element).toHaveLength(4_000)
  })

  it('holds no secrets', () => {
    expect(makeFault({ text: 'password=hunter2', ...place }).text).toBe('password=•••')
  })
})

describe('the end of a text', () => {
  it.each([
    ['a, ;', 'a'],
    [', ;', ''],
    ['a,b', 'a,b'],
    ['', ''],
  ])('is stripped of some signs: %j', (text, bare) => {
    expect(stripEnd(text, ' ,;')).toBe(bare)
  })
})
