import { describe, expect, it } from '@jest/globals'
import { readFaults } from '../support/catalog.ts'

const M = 'Invalid Reference Id'
const D = 'Line.SalesItemLineDetail.ItemRef'
const FAULT = {
  Fault: {
    Error: [{ Message: M, Detail: `${M} : ${D}`, code: '2500', element: D }],
    type: 'ValidationFault',
  },
  time: '2026-03-02T09:41:00.000-08:00',
}
const JSON_TEXT = JSON.stringify(FAULT)
const XML_ERROR = `<Error code="2500" element="${D}"><Message>${M}</Message><Detail>${M} : ${D}</Detail></Error>`

/** What every shape of this fault tells, and what it tells besides. */
const shapes: readonly (readonly [shape: string, raw: unknown, known: object])[] = [
  ['the detail before the message', `${M} : ${D} - ${M}`, {}],
  ['message and detail with nothing between them', `${M}${M} : ${D}`, {}],
  ['a tripled message', `${M}: ${M} : ${M} : ${D}`, {}],
  ['line breaks, tabs and doubled blanks', `Invalid\n\tReference  Id :\r\n ${D}`, {}],
  ['zero-width characters', `Inva\u200blid Reference\u200d Id : ${D}`, {}],
  ['HTML entities twice', `Invalid Reference Id &amp;#58; ${D}`, {}],
  ['a JSON fault', FAULT, { code: '2500', element: D, type: 'ValidationFault' }],
  ['JSON escaped in JSON', { body: JSON_TEXT }, { code: '2500', element: D }],
  [
    'JSON escaped in JSON twice',
    { body: JSON.stringify({ message: JSON_TEXT }) },
    { code: '2500', element: D },
  ],
  ['JSON cut off', JSON_TEXT.slice(0, JSON_TEXT.indexOf('"element"')), { code: '2500' }],
  ['JSON cut at its start', JSON_TEXT.slice(24), { code: '2500' }],
  ['JSON inside a log line', `09:41:00 push failed ${JSON_TEXT} retry=0`, { code: '2500', element: D }],
  [
    'JSON in a quoted string',
    `body="${JSON_TEXT.replaceAll('"', '\\"')}" status=400`,
    { code: '2500', element: D },
  ],
  ['a batch answer', { BatchItemResponse: [{ ...FAULT, bId: 'b7' }] }, { code: '2500', batchItemId: 'b7' }],
  ['a change data capture answer', { CDCResponse: [{ QueryResponse: [FAULT] }] }, { code: '2500' }],
  ['a query answer', { QueryResponse: FAULT }, { code: '2500' }],
  ['an attachable answer', { AttachableResponse: [FAULT] }, { code: '2500' }],
  [
    'the gateway’s small letters',
    { fault: { error: [{ message: M, detail: D, code: '2500', element: null }], type: 'SERVICE' } },
    { code: '2500', type: 'SERVICE' },
  ],
  [
    'XML',
    `<IntuitResponse><Fault type="ValidationFault">${XML_ERROR}</Fault></IntuitResponse>`,
    { code: '2500', element: D },
  ],
  [
    'XML in a log line',
    `Response Code:[400] with body: [<Fault>${XML_ERROR}</Fault>].`,
    { code: '2500', httpStatus: 400 },
  ],
  [
    'FaultInfo',
    `<FaultInfo><Message>${M}</Message><ErrorCode>2500</ErrorCode><Cause>${D}</Cause></FaultInfo>`,
    { code: '2500' },
  ],
  [
    'PlatformResponse',
    `<PlatformResponse><ErrorMessage>${M}: ${D}</ErrorMessage><ErrorCode>2500</ErrorCode></PlatformResponse>`,
    { code: '2500' },
  ],
  ['python-quickbooks', `QB Validation Exception 2500: ${M}\n${M} : ${D}`, { code: '2500' }],
  [
    'Python’s repr',
    `{'Fault': {'Error': [{'Message': '${M}', 'Detail': "${D}", 'code': '2500'}]}}`,
    { code: '2500' },
  ],
  [
    'Python’s bytes',
    `HTTP status 400, error message: b'${JSON_TEXT}', intuit_tid 1-5e6f-abc at time Mon`,
    { httpStatus: 400, intuitTid: '1-5e6f-abc' },
  ],
  ['quickbooks-ruby', `Quickbooks::IntuitRequestException: ${M}:\n\t${D}`, {}],
  [
    'qbo_api',
    `QboApi::BadRequest: [{:fault_type=>"ValidationFault", :error_code=>"2500", :error_message=>"${M}", :error_detail=>"${D}"}]`,
    { code: '2500', type: 'ValidationFault' },
  ],
  [
    'the PHP SDK',
    `Intuit Error Type:{ValidationFault} Code:{2500} Message:{${M}} Detail:{${D}}`,
    { code: '2500', type: 'ValidationFault' },
  ],
  [
    'print_r',
    `Array ( [0] => Array ( [Message] => ${M} [Detail] => ${D} [code] => 2500 ) )`,
    { code: '2500' },
  ],
  ['consolibyte', `2500: [${M}, ${D}]`, { code: '2500' }],
  [
    'the Java SDK',
    `FMSException: ERROR CODE:2500, ERROR MESSAGE:${M}, ERROR DETAIL:${D}, MORE ERROR DETAIL:${D}`,
    { code: '2500', element: D },
  ],
  [
    'node’s rendering',
    `{ Fault: { Error: [ { Message: '${M}', Detail: '${D}', code: '2500' } ] } }`,
    { code: '2500' },
  ],
  [
    'an axios error',
    {
      message: 'Request failed with status code 400',
      code: 'ERR_BAD_REQUEST',
      config: { data: '{"Note":"Stale Object Error"}' },
      response: { status: 400, headers: { intuit_tid: '1-abc-def' }, data: FAULT },
    },
    { code: '2500', httpStatus: 400, intuitTid: '1-abc-def' },
  ],
  [
    'an intuit-oauth error',
    { originalMessage: 'x', intuit_tid: '1-abc-def', authResponse: { body: JSON_TEXT } },
    { code: '2500', intuitTid: '1-abc-def' },
  ],
  ['a middleware', `2500 - ${M} - ${D}`, { code: '2500' }],
  ['a middleware’s brackets', `[2500] ${M}: ${D}`, { code: '2500' }],
  ['a middleware’s tail', `${M}: ${D} (element: Line, code: 2500)`, { code: '2500', element: 'Line' }],
  ['a middleware’s type', `ValidationFault / 2500: ${M} : ${D}`, { code: '2500', type: 'ValidationFault' }],
  [
    'a pino line',
    JSON.stringify({ level: 50, err: { message: `${M}: ${D}`, stack: `Error: ${M}: ${D}\n    at a` } }),
    {},
  ],
  ['a syslog line', `<11>Mar  2 09:41:00 web1 sync[4242]: ${M}: ${D}`, {}],
  ['a Rails line', `E, [2026-03-02T09:41:00.123456 #42] ERROR -- : ${M}: ${D}`, {}],
  ['a Django line', `[02/Mar/2026 09:41:00] ERROR [sync.tasks:88] ${M}: ${D}`, {}],
  ['a stack trace', `Error: ${M}: ${D}\n    at push (/srv/sync.js:10:5)`, {}],
]

describe('a fault is read out of', () => {
  it.each(shapes)('%s', (_shape, raw, known) => {
    expect(readFaults(raw)).toMatchObject([{ message: M, detail: D, ...known }])
  })

  it('the .NET SDK’s exceptions, which print the detail only', () => {
    for (const text of [
      `Intuit.Ipp.Exception.IdsException: BadRequest. Details: ${M} : ${D}, ;`,
      `ValidationException: Validation Exception was thrown.Details:${M} : ${D}.`,
    ]) {
      expect(readFaults(text)).toMatchObject([{ message: null, detail: `${M} : ${D}` }])
    }
  })

  it('OAuth’s answer', () => {
    expect(readFaults({ error: 'invalid_grant', error_description: 'Token invalid' })).toMatchObject([
      { message: 'invalid_grant', detail: 'Token invalid' },
    ])
  })

  it('an HTML error page, by its words and its status', () => {
    expect(
      readFaults(
        '<html><head><title>502 Bad Gateway</title><style>p{}</style></head><body><p>nginx</p></body></html>',
      ),
    ).toMatchObject([{ text: '502 Bad Gateway nginx', httpStatus: 502 }])
  })

  it('a translation', () => {
    expect(
      readFaults({
        Fault: {
          Error: [
            { Message: 'Identifiant non valide', Detail: `Identifiant non valide : ${D}`, code: '2500' },
          ],
        },
      }),
    ).toMatchObject([{ message: 'Identifiant non valide', detail: D, code: '2500' }])
  })
})

describe('error text is not looked for in', () => {
  it.each([
    ['an echoed request body', `timeout. Request body: {"DisplayName":"${M}: ${D}"}`],
    ['a member of data', { Customer: { DisplayName: `${M}: ${D}` } }],
    ['a customer’s name', `CustomerName="${M}: ${D}" could not be saved`],
    ['a header', `HTTP/1.1 500\nX-Note: ${M}: ${D}\nServer: x`],
    ['an address', `GET https://example.com/?q=${M.replaceAll(' ', '+')}+${D} failed`],
    ['an element of data', `<DisplayName>${M}: ${D}</DisplayName> is odd`],
    ['a message that is only mentioned', `resolved: ${M}: ${D}`],
  ])('%s', (_place, raw) => {
    for (const { text } of readFaults(raw)) expect(text).not.toMatch(/Reference|ItemRef/u)
  })
})

describe('secrets', () => {
  it.each([
    'Token expired: eyJlbmMiOiJBMTI4.abcdefgh.ijklmnop',
    'Authorization: Bearer SecretSecretSecret1',
    'refresh_token=AB11733SecretSecretSecret99',
    '{"client_secret": "SecretSecret"} was refused',
    'key sk_live_SecretSecret was used',
  ])('are masked: %s', (text) => {
    const told = JSON.stringify(
      readFaults({ Fault: { Error: [{ Message: text, Detail: text, code: '3200' }] } }),
    )
    expect(told).toContain('•••')
    expect(told).not.toMatch(/Secret|eyJ|AB11/u)
  })
})
