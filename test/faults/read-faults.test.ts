import { describe, expect, it } from '@jest/globals'
import { readFaults } from '../support/catalog.ts'

const MESSAGE = 'Duplicate Document Number Error'
const DETAIL = 'You must specify a different number. This number has already been used.'

/** The one fault that a raw failure holds. */
function only(raw: unknown) {
  const [fault, ...others] = readFaults(raw)
  expect(others).toEqual([])
  if (fault === undefined) throw new Error('no fault was read')
  return fault
}

describe('a text as the host shows it', () => {
  it('is split into message and detail at the first separator', () => {
    expect(only(`${MESSAGE}: ${DETAIL}`)).toMatchObject({
      text: `${MESSAGE}: ${DETAIL}`,
      message: MESSAGE,
      detail: DETAIL,
    })
  })

  it('loses a doubled message', () => {
    expect(only(`${MESSAGE}: ${MESSAGE} : ${DETAIL}`)).toMatchObject({
      text: `${MESSAGE} : ${DETAIL}`,
      message: MESSAGE,
      detail: DETAIL,
    })
  })

  it('may be a doubled message and nothing else', () => {
    expect(only(`${MESSAGE}: ${MESSAGE}`)).toMatchObject({ text: MESSAGE, message: MESSAGE, detail: null })
  })

  it('without a separator is all message', () => {
    expect(only('the printer is out of paper')).toMatchObject({
      text: 'the printer is out of paper',
      message: 'the printer is out of paper',
      detail: null,
      code: null,
    })
  })

  it('has its blanks folded, its entities decoded and its invisible characters taken out', () => {
    expect(only('Smith\u00a0&amp;amp;\n\tSons\u200b &quot;A&#38;B&quot;').text).toBe('Smith & Sons "A&B"')
  })

  it('keeps its curly quotes, since a name may hold one', () => {
    expect(only('for *O’Brien* in').text).toBe('for *O’Brien* in')
  })

  it('is told with its place in the raw text', () => {
    expect(only('  \n Invalid Customer  ')).toMatchObject({ start: 4, end: 20 })
  })

  it('that is empty or blank holds no fault', () => {
    expect(readFaults('')).toEqual([])
    expect(readFaults(' \n\u200b ')).toEqual([])
  })

  it('is cut at 4,000 characters', () => {
    expect(only('x'.repeat(10_000)).text).toHaveLength(4_000)
  })
})

describe('a JSON fault', () => {
  const answer = {
    Fault: {
      Error: [
        { Message: MESSAGE, Detail: `${MESSAGE} : ${DETAIL}`, code: '6140', element: '' },
        {
          Message: 'Invalid Reference Id',
          Detail: null,
          code: 2500,
          element: 'Line.SalesItemLineDetail.ItemRef',
        },
      ],
      type: 'ValidationFault',
    },
    time: '2026-03-02T09:41:00.000-08:00',
  }

  it('holds every error of its list, with code, element and type', () => {
    expect(readFaults(answer)).toMatchObject([
      {
        text: `${MESSAGE} : ${DETAIL}`,
        message: MESSAGE,
        detail: DETAIL,
        code: '6140',
        element: null,
        type: 'ValidationFault',
      },
      {
        text: 'Invalid Reference Id',
        detail: null,
        code: '2500',
        element: 'Line.SalesItemLineDetail.ItemRef',
      },
    ])
  })

  it('reads the same as an object, as text, and as text in a string', () => {
    const withoutPlace = (raw: unknown) =>
      readFaults(raw).map(({ start, end, ...fault }) => ({ ...fault, long: end > start }))
    expect(withoutPlace(JSON.stringify(answer))).toEqual(withoutPlace(answer))
    expect(withoutPlace(JSON.stringify(JSON.stringify(answer)))).toEqual(withoutPlace(answer))
    expect(withoutPlace(JSON.stringify(answer, null, 2))).toEqual(withoutPlace(answer))
  })

  it('is told with its place in the JSON text, also within an escaped string', () => {
    const raw = JSON.stringify(JSON.stringify(answer))
    for (const { start, end } of readFaults(raw)) expect(raw.slice(start, end)).toMatch(/^\{.*\}$/u)
    const plain = JSON.stringify(answer)
    const [first] = readFaults(answer)
    expect(JSON.parse(plain.slice(first?.start, first?.end))).toEqual(answer.Fault.Error[0])
  })

  it('joins a message and a detail that does not repeat it', () => {
    expect(
      only({ Fault: { Error: [{ Message: 'Invalid Customer', Detail: 'It has been deleted.' }] } }).text,
    ).toBe('Invalid Customer : It has been deleted.')
  })

  it('takes a detail of the word null for none', () => {
    expect(
      only({ Fault: { Error: [{ Message: 'Invalid Customer', Detail: 'null', code: '6250' }] } }).detail,
    ).toBeNull()
  })

  it('may be a list of errors or one error alone', () => {
    expect(readFaults(answer.Fault.Error)).toHaveLength(2)
    expect(readFaults(answer.Fault.Error[0])).toHaveLength(1)
  })

  it('in a batch answer carries the id of its item', () => {
    const batch = {
      BatchItemResponse: [
        { Vendor: { DisplayName: 'A' }, bId: 'b1' },
        { ...answer, bId: 'b2' },
      ],
    }
    expect(readFaults(batch).map(({ batchItemId }) => batchItemId)).toEqual(['b2', 'b2'])
  })

  it('of the gateway says its code and status in its message', () => {
    const gateway = {
      fault: {
        error: [
          {
            message: 'message=AuthenticationFailed; errorCode=003200; statusCode=401',
            detail: null,
            code: '3200',
          },
        ],
        type: 'AUTHENTICATION',
      },
    }
    expect(only(gateway)).toMatchObject({ code: '3200', httpStatus: 401, type: 'AUTHENTICATION' })
    expect(only('message=ThrottleExceeded; errorCode=003001; statusCode=429')).toMatchObject({
      code: '3001',
      httpStatus: 429,
    })
  })

  it('is not looked for in names and other data', () => {
    expect(readFaults({ Customer: { DisplayName: `${MESSAGE}: ${DETAIL}` } })).toEqual([])
  })

  it('nested over 200 levels is read as text', () => {
    const nested = (levels: number) => `${'{"a":'.repeat(levels)}1${'}'.repeat(levels)}`
    expect(only(nested(201)).text).toBe(nested(201))
    expect(readFaults(nested(200))).toEqual([])
  })
})

describe('an XML fault', () => {
  const xml = (inner: string) =>
    `<?xml version="1.0" encoding="UTF-8"?><IntuitResponse xmlns="http://schema.intuit.com/finance/v3"><Fault type="ValidationFault">${inner}</Fault></IntuitResponse>`

  it('holds every error with code, element and type', () => {
    const raw = xml(
      '<Error code="2500" element="Line"><Message>Invalid Reference Id</Message><Detail>Smith &amp; Sons &lt;1&gt;</Detail></Error><Error code="610"><Message>Object Not Found</Message></Error>',
    )
    expect(readFaults(raw)).toMatchObject([
      {
        message: 'Invalid Reference Id',
        detail: 'Smith & Sons <1>',
        code: '2500',
        element: 'Line',
        type: 'ValidationFault',
      },
      { message: 'Object Not Found', detail: null, code: '610', element: null },
    ])
    const [first] = readFaults(raw)
    expect(raw.slice(first?.start, first?.end)).toMatch(/^<Error code="2500".*<\/Error>$/u)
  })

  it('may leave out an end tag and nest the next error', () => {
    const raw = xml(
      '<Error code="6070"><Message>A</Message><Detail>B</Detail><Error code="6000"><Message>C</Message></Error></Error>',
    )
    expect(readFaults(raw).map(({ code, text }) => [code, text])).toEqual([
      ['6070', 'A : B'],
      ['6000', 'C'],
    ])
  })

  it('may be cut off', () => {
    const [cut] = xml('<Error code="6250"><Message>Invalid Customer</Message></Error>').split('omer')
    expect(only(cut)).toMatchObject({ code: '6250', message: 'Invalid Cust' })
  })
})
