import { describe, expect, it } from '@jest/globals'
import { withContext } from '../../src/faults/context.ts'
import { makeFault } from '../../src/faults/make-fault.ts'

const fault = makeFault({ message: 'Invalid Number', start: 0, end: 1 })
const told = makeFault({
  message: 'a',
  code: '6240',
  httpStatus: 500,
  intuitTid: '1-other',
  start: 1,
  end: 2,
})

/** What a text tells of the one fault in it. */
function context(raw: string) {
  const [one] = withContext([fault], raw)
  return { code: one?.code, httpStatus: one?.httpStatus, intuitTid: one?.intuitTid }
}
const NOTHING = { code: null, httpStatus: null, intuitTid: null }

describe('what stands beside a fault', () => {
  it.each([
    'status code 400',
    'statuscode 400',
    'Status Code: 400',
    'statuscode=400',
    '"statusCode": 400',
    'http status 400',
    'HTTP status code [400]',
    'Response Code:[400]',
    'HTTP/1.1 400 Bad Request',
    'HTTP/2 400',
  ])('is its HTTP status: %s', (raw) => {
    expect(context(raw)).toMatchObject({ httpStatus: 400, intuitTid: null })
  })

  it.each([
    'status 400',
    'status code 4000',
    'status code 600',
    'status code 099',
    'http 400',
    'mystatuscode 400',
  ])('is no HTTP status: %s', (raw) => {
    expect(context(raw).httpStatus).toBeNull()
  })

  it.each([
    'intuit_tid=1-ab_c-2',
    'intuit-tid: 1-ab_c-2',
    '"intuit_tid":"1-ab_c-2"',
    'IntuitTid => 1-ab_c-2',
    'intuit_tid 1-ab_c-2,',
  ])('is its intuit_tid: %s', (raw) => {
    expect(context(raw)).toEqual({ ...NOTHING, intuitTid: '1-ab_c-2' })
  })

  it.each(['intuit_tid 12345', 'tid=1-abc-def', 'intuit tid: 1-abc-def'])('is no intuit_tid: %s', (raw) => {
    expect(context(raw)).toEqual(NOTHING)
  })

  it.each([
    'code=6240',
    'Code: 6240',
    '"code":"6240"',
    "'error_code': '6240'",
    'errorCode 006240',
    'ErrorCode=>6240',
  ])('is its code: %s', (raw) => {
    expect(context(raw)).toEqual({ ...NOTHING, code: '6240' })
  })

  it.each([
    'status code 400',
    'HTTP code 400',
    'Response code 400',
    'decode=6240',
    'code=6',
    'code=1234567',
    'code=a',
    'codes=6240',
  ])('is no code: %s', (raw) => {
    expect(context(raw).code).toBeNull()
  })

  it('gives way to what the fault tells itself', () => {
    const raw = 'status code 400 code=2090 intuit_tid=1-abc-def'
    expect(withContext([told], raw)).toEqual([told])
  })

  it('holds for each of several faults, but for the code', () => {
    const raw = 'status code 400 code=2090 intuit_tid=1-abc-def'
    expect(withContext([fault, told], raw)).toEqual([
      { ...fault, httpStatus: 400, intuitTid: '1-abc-def' },
      told,
    ])
    expect(withContext([fault], raw)).toEqual([
      { ...fault, code: '2090', httpStatus: 400, intuitTid: '1-abc-def' },
    ])
  })

  it('changes nothing where there is none, or no fault', () => {
    const faults = [fault]
    expect(withContext(faults, 'no word')).toBe(faults)
    expect(withContext([], 'status code 400')).toEqual([])
    expect(context('code=6240')).toEqual({ ...NOTHING, code: '6240' })
    expect(context('intuit_tid=1-abc-def')).toEqual({ ...NOTHING, intuitTid: '1-abc-def' })
  })
})
