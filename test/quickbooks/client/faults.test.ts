import { afterAll, describe, expect, it } from '@jest/globals'
import { inspect } from 'node:util'
import { createQuickBooks } from '../../../src/quickbooks/client/create-quickbooks.ts'
import { everyCall } from '../../support/every-call.ts'
import { fakeAccess, FIRST_TOKEN, OTHER_TOKEN } from '../../support/fake-access.ts'
import {
  type Answering,
  drip,
  faultBody,
  gatewayBody,
  halfAnswer,
  hang,
  reset,
  saying,
  startFaultServer,
  success,
} from '../../support/fault-server.ts'

const server = await startFaultServer()
afterAll(() => server.stop())

/** Long enough for an answer, on a busy machine; what hangs or drips takes all of it. */
const limits = {
  writeMilliseconds: 60_000,
  readMilliseconds: 60_000,
  requestBytes: 10_000,
  answerBytes: 10_000,
}
const impatient = { ...limits, writeMilliseconds: 400, readMilliseconds: 400 }

const HTML = '<html><head><title>502 Bad Gateway</title></head><body>nginx</body></html>'
const duplicate = faultBody(
  '6240',
  'Duplicate Name Exists Error',
  'The name supplied already exists. : Another customer is already using this name.',
)

type Ending = Readonly<Record<string, unknown>>
const lost = (reason: string) => ({
  write: { outcome: 'unknown', reason },
  read: { outcome: 'failed', reason },
})
const both = (ending: Ending) => ({ write: ending, read: ending })
const refused = (httpStatus: number, ...codes: readonly string[]) =>
  both({ outcome: 'refused', refusal: { httpStatus, faults: codes.map((code) => ({ code })) } })
const notSent = (waitingFor: string) => both({ outcome: 'not-sent', waitingFor })

const modes: readonly (readonly [
  string,
  Answering,
  { readonly write: Ending; readonly read: Ending },
  typeof limits?,
])[] = [
  ['a fault with status 400', saying(400, duplicate), refused(400, '6240')],
  ['a fault with status 200', saying(200, duplicate), refused(200, '6240')],
  [
    'a fault of its own with status 500',
    saying(500, faultBody('10000', 'An application error', 'System Failure Error: null', 'SystemFault')),
    refused(500, '10000'),
  ],
  [
    'several faults',
    saying(400, {
      Fault: {
        Error: [
          { Message: 'a', code: 6140 },
          { Message: 'b', code: '2020' },
        ],
      },
    }),
    refused(400, '6140', '2020'),
  ],
  [
    'an application that is not allowed',
    saying(403, gatewayBody('ApplicationAuthorizationFailed', 3100, 403, null)),
    refused(403, '3100'),
  ],
  [
    'a person who has no access any more',
    saying(401, faultBody('120', 'Authorization Failure', 'AuthorizationFailure: -11014')),
    refused(401, '120'),
  ],
  ['a page with status 403', saying(403, '<html>Forbidden</html>'), refused(403)],
  [
    'a token that is never taken',
    saying(401, gatewayBody('AuthenticationFailed', 3200, 401, `Token expired: ${FIRST_TOKEN}`)),
    notSent('connection'),
  ],
  ['status 401 without a word', saying(401, ''), notSent('connection')],
  [
    'too many requests a minute',
    saying(429, gatewayBody('ThrottleExceeded', 3001, 429, 'The request limit was reached.')),
    notSent('rate-limit'),
  ],
  [
    'too many requests a minute, in the older way',
    saying(403, gatewayBody('ThrottleExceeded', 3001, 429, null)),
    notSent('rate-limit'),
  ],
  ['status 429 without a word', saying(429, ''), notSent('rate-limit')],
  [
    'metered reads that are used up',
    saying(429, gatewayBody('ThrottleExceeded', 3001, 429, 'Block All CorePlus for a Builder App')),
    notSent('monthly-reads'),
  ],
  ['a page with status 200', saying(200, HTML), lost('half-answer')],
  ['a page with status 500', saying(500, HTML), lost('bad-gateway')],
  ['a page with status 502', saying(502, HTML), lost('bad-gateway')],
  ['a page with status 503', saying(503, HTML), lost('bad-gateway')],
  ['a page with status 504', saying(504, HTML), lost('bad-gateway')],
  [
    'a gateway that waited too long',
    saying(504, gatewayBody('Timeout occurred while proxying request', 6002, 504, null)),
    lost('bad-gateway'),
  ],
  [
    'a gateway that is down, with status 200',
    saying(200, gatewayBody('InternalServerError', 3100, 500, null)),
    lost('bad-gateway'),
  ],
  ['an empty answer', saying(200, ''), lost('half-answer')],
  ['JSON that is cut off', saying(200, '{"Invoice":{"Id":"1"'), lost('half-answer')],
  ['JSON without what was asked for', saying(200, { time: 'now' }), lost('half-answer')],
  ['JSON that is null', saying(200, 'null'), lost('half-answer')],
  ['half an answer', halfAnswer, lost('half-answer')],
  [
    'gibberish that calls itself compressed',
    saying(200, 'x', { 'Content-Encoding': 'gzip' }),
    lost('half-answer'),
  ],
  ['more than anybody asked for', saying(200, { much: 'x'.repeat(20_000) }), lost('half-answer')],
  ['a connection that is cut', reset, lost('reset')],
  ['another address', saying(302, '', { Location: '/v3/company/9130347/invoice/7' }), lost('bad-gateway')],
  ['silence', hang, lost('timeout'), impatient],
  ['a slow drip', drip, lost('timeout'), impatient],
]

describe.each(modes)('%s', (_name, answer, expected, bounds = limits) => {
  it.each(everyCall)('is told of $name as what it is, and holds no secret', async ({ kind, make }) => {
    server.answer(answer, answer)
    const { access, asked } = fakeAccess()
    const outcome = await make(createQuickBooks({ access, apiUrl: server.apiUrl, limits: bounds }))
    expect(outcome).toMatchObject(expected[kind])
    expect(asked).not.toContainEqual(['answered'])
    for (const shown of [JSON.stringify(outcome), inspect(outcome, { depth: null, showHidden: true })]) {
      expect(shown).not.toMatch(/canary/u)
    }
    // What may have been done is not done again, and nobody is led elsewhere.
    expect(server.seen).toHaveLength(asked.some(isRenewal) ? 2 : 1)
  })
})

function isRenewal(entry: unknown): boolean {
  return Array.isArray(entry) && entry[0] === 'renewed'
}

describe('a token that is not taken', () => {
  const expired = saying(401, gatewayBody('AuthenticationFailed', 3200, 401, `Token expired: ${FIRST_TOKEN}`))

  it.each(everyCall)('is renewed once for $name, which is then made as it was', async ({ kind, make }) => {
    server.answer(expired, success)
    const { access, asked } = fakeAccess()
    const outcome = await make(createQuickBooks({ access, apiUrl: server.apiUrl }))
    expect(outcome.outcome).toBe(kind === 'write' ? 'succeeded' : 'read')
    const [first, second] = server.seen
    expect([first?.token, second?.token]).toEqual([FIRST_TOKEN, OTHER_TOKEN])
    expect({ ...second, token: '' }).toEqual({ ...first, token: '' })
    if (kind === 'write') expect(second?.query.get('requestid')).toMatch(/^act_[12]$/u)
    expect(asked.filter((entry) => isRenewal(entry))).toEqual([['renewed', FIRST_TOKEN]])
    expect(asked.filter((entry) => Array.isArray(entry) && entry[0] === 'reserve')).toHaveLength(2)
  })

  it('stands nowhere in what QuickBooks said of it', async () => {
    const detail = `Token expired: ${FIRST_TOKEN}, Malformed bearer ${OTHER_TOKEN}`
    server.answer(expired, saying(403, gatewayBody('Forbidden', 3100, 403, detail)))
    const { access } = fakeAccess()
    const outcome = await createQuickBooks({ access, apiUrl: server.apiUrl }).preferences()
    expect(outcome).toMatchObject({
      outcome: 'refused',
      refusal: {
        faults: [{ code: '3100', detail: 'Token expired: •••, Malformed bearer •••' }],
        intuitTid: '1-67f0-tid',
      },
    })
    expect(JSON.stringify(outcome)).not.toContain('canary')
  })
})

describe('nobody at that address', () => {
  it.each(everyCall)('is told of $name as not sent', async ({ make }) => {
    const { access } = fakeAccess()
    const gone = await startFaultServer()
    await gone.stop()
    const outcome = await make(createQuickBooks({ access, apiUrl: gone.apiUrl }))
    expect(outcome).toEqual({ outcome: 'not-sent', waitingFor: 'quickbooks', until: undefined })
  })
})

describe('access that is not given', () => {
  const until = new Date('2026-03-05T12:00:00Z')
  const waiting = { outcome: 'not-sent', waitingFor: 'connection', until } as const

  it.each(everyCall)('is told of $name, and nothing is sent', async ({ make }) => {
    server.answer(success)
    for (const changes of [{ token: async () => waiting }, { reserve: async () => waiting }]) {
      const { access } = fakeAccess(changes)
      expect(await make(createQuickBooks({ access, apiUrl: server.apiUrl }))).toEqual(waiting)
    }
    expect(server.seen).toEqual([])
  })

  it.each(everyCall)('after the first token was refused is told of $name', async ({ make }) => {
    server.answer(saying(401, ''), success)
    const { access } = fakeAccess({ renewed: async () => waiting })
    expect(await make(createQuickBooks({ access, apiUrl: server.apiUrl }))).toEqual(waiting)
    expect(server.seen).toHaveLength(1)
  })
})

it('tells what was done where it cannot be noted', async () => {
  server.answer(success)
  const { access } = fakeAccess({ answered: () => Promise.reject(new Error('The disk is full.')) })
  const quickBooks = createQuickBooks({ access, apiUrl: server.apiUrl })
  expect(
    await quickBooks.create({ entity: 'Invoice', body: { DocNumber: '1' }, requestId: 'act_1' }),
  ).toEqual({ outcome: 'succeeded', entity: { Id: '7', SyncToken: '0' }, intuitTid: '1-67f0-tid' })
})

it('throws for a request that is larger than any of ours, without its text', async () => {
  server.answer(success)
  const { access } = fakeAccess()
  const quickBooks = createQuickBooks({ access, apiUrl: server.apiUrl, limits })
  const body = { PrivateNote: 'canary'.repeat(10_000) }
  const error: unknown = await quickBooks
    .create({ entity: 'Invoice', body, requestId: 'act_1' })
    .catch((thrown: unknown) => thrown)
  expect(error).toBeInstanceOf(Error)
  expect(inspect(error, { depth: null, showHidden: true })).not.toContain('canary')
  expect(server.seen).toEqual([])
})
