import { describe, expect, it } from '@jest/globals'
import { readLabelled } from '../../src/faults/read-labelled.ts'

const M = 'Invalid Reference Id'
const D = 'Accounts element id 15 not found'

/** What a rendering tells: absent parts left out. */
function told(text: string) {
  const parts = readLabelled(text)
  return parts && (JSON.parse(JSON.stringify(parts)) as unknown)
}

describe('a rendering that names its parts', () => {
  it.each([
    [
      'the Java SDK',
      `ERROR CODE:2500, ERROR MESSAGE:${M}, ERROR DETAIL:${D}`,
      { code: '2500', message: M, detail: D },
    ],
    [
      'the Java SDK, in full',
      `FMSException: ERROR CODE: 2500, ERROR MESSAGE: ${M}, ERROR DETAIL: ${D}, MORE ERROR DETAIL: Line`,
      { code: '2500', message: M, detail: D, element: 'Line' },
    ],
    [
      'the PHP SDK',
      `Intuit Error Type: {ValidationFault}, Code: {2500}, Message: {${M}}, Detail: {${D}}`,
      { type: 'ValidationFault', code: '2500', message: M, detail: D },
    ],
    [
      'the PHP SDK without braces',
      `Intuit Error Type:ValidationFault Code:2500 Message:${M} Detail:${D}`,
      { type: 'ValidationFault', code: '2500', message: M, detail: D },
    ],
    [
      'the PHP SDK without blanks',
      `Intuit Error Type:{ValidationFault}Code:{2500}Message:{${M}}Detail:{${D}}`,
      { type: 'ValidationFault', code: '2500', message: M, detail: D },
    ],
    [
      'the Java SDK without blanks',
      `ERROR CODE:2500, ERROR MESSAGE:${M}, ERROR DETAIL:${D}, MORE ERROR DETAIL:Line`,
      { code: '2500', message: M, detail: D, element: 'Line' },
    ],
    ['the PHP SDK’s body', `Response Code:[400] with body: [${M}: ${D}].`, { rest: `${M}: ${D}` }],
    ['python-quickbooks', `x: QB Validation Exception 2500: ${M}`, { code: '2500', rest: M }],
    ['python-quickbooks without a code', `QB Object Not Found Exception: ${M}`, { rest: M }],
    ['quickbooks-ruby', `Quickbooks::IntuitRequestException: ${M}: ${D}`, { rest: `${M}: ${D}` }],
    ['the .NET SDK', `IdsException: BadRequest. Details: ${D}, ;`, { detail: D }],
    ['the .NET SDK’s exception', `ValidationException: Exception was thrown. Details:${D}.`, { detail: D }],
    [
      'the .NET SDK’s exception by its full name',
      `Ipp.IdsException was thrown. Details: ${D}`,
      { detail: D },
    ],
    ['the .NET SDK without blanks', `IdsException:Details:${D}`, { detail: D }],
    ['consolibyte', `2500: [${M}, ${D}]`, { code: '2500', rest: `${M}, ${D}` }],
    ['consolibyte with its prefix', `Error 02500: [${M}]`, { code: '02500', rest: M }],
    [
      'JSON cut at its start',
      `sage":"${M}","Detail":"${D}","code":"2500","element":"Line"}]}`,
      { message: M, detail: D, code: '2500', element: 'Line' },
    ],
    [
      'JSON with blanks cut at its start',
      `${M}", "Detail": "${D}", "code": "2500", "element": "Line"`,
      { message: M, detail: D, code: '2500', element: 'Line' },
    ],
    ['JSON cut at its start and end', `${M}\\", \\"Detail\\": \\"${D}`, { message: M, detail: D }],
    [
      'print_r',
      `Array ( [0] => Array ( [Message] => ${M} [Detail] => ${D} [code] => 2500 [element] => Line.Ref ) )`,
      { message: M, detail: D, code: '2500', element: 'Line.Ref' },
    ],
    ['print_r cut at its end', `( [Message] => ${M} [Detail] => ${D}`, { message: M, detail: D }],
    [
      'a middleware’s type',
      `push: ValidationFault / 2500: ${M}`,
      { type: 'ValidationFault', code: '2500', rest: M },
    ],
    ['a middleware’s short type', `System/10000 – ${M}`, { type: 'System', code: '10000', rest: M }],
    ['a middleware’s tail', `${M} (element: Line, code: 2500)`, { rest: M, element: 'Line', code: '2500' }],
    [
      'a middleware’s tail without blanks',
      `${M} (element:Line,code:2500)`,
      { rest: M, element: 'Line', code: '2500' },
    ],
    ['a code behind a word', `code 2500 - ${M}`, { code: '2500', rest: M }],
    ['a code behind a colon', `push failed: Code:2500 - ${M}`, { code: '2500', rest: M }],
    ['a code in brackets', `[2500] ${M}`, { code: '2500', rest: M }],
    ['a code in brackets behind a word', `push failed: [02500]: ${M}`, { code: '02500', rest: M }],
    ['a code before a dash', `2500 - ${M}`, { code: '2500', rest: M }],
    ['a code before a colon', `Error code: 2500 : ${M}`, { code: '2500', rest: M }],
    ['a code before a long dash', `push failed: code 2500 — ${M}`, { code: '2500', rest: M }],
  ])('is read: %s', (_library, text, parts) => {
    expect(told(text)).toEqual(parts)
  })

  it.each(['Validation', 'Authentication', 'Authorization', 'Authorizaton', 'System', 'Service'])(
    'may be of the type %s',
    (type) => {
      expect(told(`${type}Fault/100 ${M}`)).toEqual({ type: `${type}Fault`, code: '100', rest: M })
      expect(told(`(${type} / 100, ${M}`)).toEqual({ type, code: '100', rest: M })
    },
  )

  it('may stand within another, up to three levels', () => {
    const inner = `[2500] ${M}`
    const outer = (text: string) => `Quickbooks::Error: ${text}`
    expect(told(outer(inner))).toEqual({ code: '2500', rest: M })
    expect(told(outer(outer(outer(inner))))).toEqual({ code: '2500', rest: M })
    expect(told(outer(outer(outer(outer(inner)))))).toEqual({ rest: inner })
    const parts = `ERROR CODE:2500, ERROR MESSAGE:${M}, ERROR DETAIL:${D}`
    expect(told(outer(parts))).toEqual({ code: '2500', message: M, detail: D })
  })

  it('keeps what the outer one tells and the inner one does not', () => {
    expect(told(`QB Validation Exception 2500: Quickbooks::Error: ${M}`)).toEqual({
      code: '2500',
      rest: M,
    })
  })
})

describe('a text that names no parts', () => {
  it.each([
    `${M}: ${D}`,
    `ERROR CODE: none, ERROR MESSAGE: ${M}`,
    'Details: see below',
    `see Error 2500: [${M}] above`,
    `${M} (element: Line, code: 2500) again`,
    'QB is down',
    'Quickbooks:: is down',
    'with body: []',
    '[25] of [600000] items',
    '12 - 24 hours',
    'in 2 / 3 of the cases',
    'Servicer / 2500: x',
    'invoice12500 - x',
    `${M} (element: Line)`,
    '[Message] => a',
    'Detail: a',
  ])('is none: %s', (text) => {
    expect(told(text)).toBeUndefined()
  })
})
