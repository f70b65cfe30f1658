import { afterAll, beforeAll, describe, expect, it } from '@jest/globals'
import { once } from 'node:events'
import { createServer, type IncomingMessage, request as httpRequest } from 'node:http'
import { type AddressInfo, connect } from 'node:net'
import { text } from 'node:stream/consumers'
import { brotliCompressSync, gzipSync } from 'node:zlib'
import { contract, faultsOf, type Schemas, startService } from '../support/api-client.ts'
import { aFreshFirm, issueOfFirm } from '../support/callers.ts'
import { everythingKept } from '../support/everything-kept.ts'
import { failureOf, headersOf } from '../support/tenant.ts'

const { http, stores, bugs, publicUrl } = await startService()
const server = createServer(http).listen(0, '127.0.0.1')
await once(server, 'listening')
const { port } = server.address() as AddressInfo

await aFreshFirm(stores, 'acme')
const key = await headersOf(stores, 'integrator')
const newLink = (milliseconds?: number) =>
  stores.portal.createLink({ firmId: 'acme', memberId: 'mem_owner', language: null }, milliseconds)
const usedLink = (await newLink()).token
const session = String((await stores.portal.signIn(usedLink))?.token)
const expiredLink = (await newLink(-1)).token
const revoked = await stores.keys.create({ role: 'owner', firmId: 'acme', expiresAt: null })
await stores.keys.revoke(revoked.id)

afterAll(async () => {
  const closed = once(server, 'close')
  server.close()
  server.closeAllConnections()
  await closed
})

interface Sent {
  readonly method?: string
  /** Sent exactly so. */
  readonly path: string
  /** Instead of the host's key; an empty one is not sent. */
  readonly headers?: Readonly<Record<string, string | readonly string[]>>
  /** Text and bytes are sent as they are, anything else as JSON. */
  readonly body?: unknown
}

interface Got {
  readonly status: number
  readonly headers: IncomingMessage['headers']
  readonly body: string
}

/** Asks without any of the manners of a client: the path and the body are sent as they are. */
async function send({ method = 'GET', path, headers = key, body }: Sent): Promise<Got> {
  const isReady = body === undefined || typeof body === 'string' || Buffer.isBuffer(body)
  const bytes = isReady ? body : JSON.stringify(body)
  const asking = httpRequest({ port, host: '127.0.0.1', agent: false, method, path, headers: {} })
  const said: NonNullable<Sent['headers']> = { 'Content-Type': 'application/json', ...headers }
  for (const [name, value] of Object.entries(said)) {
    if (value === '') asking.removeHeader(name)
    else asking.setHeader(name, value)
  }
  if (bytes !== undefined) asking.setHeader('Content-Length', Buffer.byteLength(bytes))
  asking.end(bytes)
  const [answer] = (await once(asking, 'response')) as [IncomingMessage]
  // Whoever is refused before the body was read may see the connection closed while still sending.
  asking.on('error', () => undefined)
  return { status: answer.statusCode ?? 0, headers: answer.headers, body: await text(answer) }
}

const FAILURES = '/v1/firms/acme/failures'
const ISSUES = '/v1/firms/acme/issues'
const ISSUE = `${ISSUES}/${issueOfFirm('acme')}`

/** A report with these members, sent as JSON. */
const report = (changes: object): Sent => ({
  method: 'POST',
  path: FAILURES,
  body: { ...failureOf(), ...changes },
})
const reportOf = (changes: object) => report({ record: { ...failureOf().record, ...changes } })
/** A report as JSON text, with this text in the place of its HTTP status. */
const reportWith = (status: string): Sent => ({
  method: 'POST',
  path: FAILURES,
  body: JSON.stringify(failureOf({ httpStatus: 418 })).replace('418', () => status),
})
const raw = (body: string | Buffer, headers: Sent['headers'] = {}): Sent => ({
  method: 'POST',
  path: FAILURES,
  headers: { ...key, ...headers },
  body,
})
const post = (path: string, body: unknown): Sent => ({ method: 'POST', path, body })
const patch = (body: unknown): Sent => ({ method: 'PATCH', path: '/v1/firms/acme', body })
const list = (query: string): Sent => ({ path: `${ISSUES}?${query}` })
const get = (path: string): Sent => ({ path })
const cursor = (value: unknown) => list(`cursor=${Buffer.from(JSON.stringify(value)).toString('base64url')}`)
/** A change by somebody who is signed in, from a page of whoever. */
const byCookie = (headers: Readonly<Record<string, string>>): Sent => ({
  method: 'PATCH',
  path: '/v1/firms/acme',
  headers: { Cookie: `syncdoctor=${session}`, ...headers },
  body: { currency: 'EUR' },
})
const readByCookie = (Cookie: string | readonly string[]): Sent => ({
  path: '/v1/firms/acme',
  headers: { Cookie },
})

const DEEP = 100_000
const deep = `${'['.repeat(DEEP)}${']'.repeat(DEEP)}`
const deepError = JSON.stringify(failureOf({ error: 'DEEP' })).replace('"DEEP"', () => deep)
const deepPayload = (levels: number) =>
  JSON.stringify({ ...failureOf(), payload: { a: 'DEEP' } }).replace(
    '"DEEP"',
    () => `${'['.repeat(levels)}${']'.repeat(levels)}`,
  )
const bomb = Buffer.from(`{"error":"${'a'.repeat(64 * 1024 * 1024)}"}`)
const plainBytes = Buffer.from(JSON.stringify(failureOf()))

type Case = readonly [name: string, code: Schemas['ProblemCode'], sent: Sent]

const operators: readonly Case[] = [
  ['a record whose id is an operator', 'invalid-request', reportOf({ id: { $ne: null } })],
  [
    'a record whose type is an operator',
    'invalid-request',
    reportOf({ type: { $in: ['invoice', 'client'] } }),
  ],
  ['a record of code', 'invalid-request', report({ record: { $where: 'sleep(1000)' } })],
  ['a member that is an operator', 'invalid-request', report({ $set: { status: 'resolved' } })],
  ['a time that is an operator', 'invalid-request', report({ occurredAt: { $gt: '' } })],
  ['an occurrence that is an operator', 'invalid-request', report({ occurrenceId: { $regex: '.*' } })],
  ['a client that is an operator', 'invalid-request', reportOf({ client: { $exists: true } })],
  ['an action that is an operator', 'invalid-request', post(`${ISSUE}/actions`, { kind: { $ne: '' } })],
  [
    'an actor that is an operator',
    'invalid-request',
    post(`${ISSUE}/actions`, { kind: 'skip', actor: { $gt: '' } }),
  ],
  [
    'a link for an operator',
    'invalid-request',
    post('/v1/firms/acme/portal-links', { member: { $ne: null } }),
  ],
  ['facts set by an operator', 'invalid-request', patch({ $set: { name: 'x' } })],
  ['a name that is an expression', 'invalid-request', patch({ name: { $concat: ['a', 'b'] } })],
  ['facts that are ours', 'invalid-request', patch({ state: 'deleting', createdAt: '2020-01-01T00:00:00Z' })],
  ['a path with a dot and a dollar', 'invalid-request', patch({ 'a.$.b': 1 })],
  ['a filter with an operator', 'invalid-request', list('status[$ne]=open')],
  ['a search with an operator', 'invalid-request', list('search[$regex]=.')],
  ['a query of code', 'invalid-request', list('$where=sleep(1000)')],
  ['a firm that is an operator', 'not-found', get('/v1/firms/%7B%22%24ne%22%3Anull%7D')],
  [
    'a new firm that is an operator',
    'invalid-request',
    { method: 'PUT', path: '/v1/firms/%24where', body: { name: 'x' } },
  ],
  ['an issue that is an operator', 'invalid-request', get(`${ISSUES}/%7B%22%24gt%22%3A%22%22%7D`)],
  [
    'a member that is SQL',
    'invalid-request',
    { method: 'DELETE', path: "/v1/firms/acme/members/'%20OR%20'1'='1" },
  ],
  ['a sort that is SQL', 'invalid-request', list('sort=lastSeenAt;DROP%20TABLE%20issues')],
]

const prototypes: readonly Case[] = [
  [
    '__proto__ in a report',
    'invalid-request',
    raw(`{"__proto__":{"a":1},${JSON.stringify(failureOf()).slice(1)}`),
  ],
  ['constructor in a report', 'invalid-request', report({ constructor: { prototype: { a: 1 } } })],
  ['prototype in a report', 'invalid-request', report({ prototype: { a: 1 } })],
  [
    '__proto__ in a record',
    'invalid-request',
    raw(JSON.stringify(failureOf()).replace('"record":{', '"record":{"__proto__":{"a":1},')),
  ],
  ['__proto__ as a report', 'invalid-request', raw(`{"__proto__":${JSON.stringify(failureOf())}}`)],
  [
    'a role by __proto__',
    'invalid-request',
    {
      method: 'PUT',
      path: '/v1/firms/acme/members/mem_x',
      body: '{"name":"x","__proto__":{"role":"owner"}}',
    },
  ],
  ['facts by constructor', 'invalid-request', patch({ constructor: 1 })],
  ['__proto__ in a query', 'invalid-request', list('__proto__=x')],
  ['__proto__ with a member in a query', 'invalid-request', list('__proto__[role]=owner')],
  ['constructor in a query', 'invalid-request', list('constructor=x')],
  ['toString in a query', 'invalid-request', list('toString=x&hasOwnProperty=y')],
  ['a language called __proto__', 'invalid-request', list('lang=__proto__')],
  ['a sort called constructor', 'invalid-request', list('sort=constructor')],
  ['a firm called __proto__', 'not-found', get('/v1/firms/__proto__')],
  ['a firm called constructor', 'not-found', get('/v1/firms/constructor/issues')],
  ['an error item called constructor', 'not-found', get('/v1/error-items/constructor')],
  ['an error item called __proto__', 'invalid-request', get('/v1/error-items/__proto__')],
]

const sizes: readonly Case[] = [
  ['a body of more than 2 MiB', 'body-too-large', report({ error: 'a'.repeat(2 ** 21) })],
  ['an error of more than 1 Mi', 'invalid-request', report({ error: 'a'.repeat(2 ** 20 + 1) })],
  ['a long label', 'invalid-request', reportOf({ label: 'a'.repeat(100_000) })],
  ['a long id', 'invalid-request', reportOf({ id: 'a'.repeat(101) })],
  ['an amount of a million digits', 'invalid-request', reportOf({ amount: '9'.repeat(1_000_000) })],
  ['a long address', 'invalid-request', reportOf({ url: `https://${'a'.repeat(100_000)}` })],
  ['a long entity', 'invalid-request', report({ entity: 'a'.repeat(101) })],
  [
    'a batch of 501',
    'invalid-request',
    post(`${FAILURES}/batch`, { failures: Array.from({ length: 501 }, () => failureOf()) }),
  ],
  ['a batch of nothing', 'invalid-request', post(`${FAILURES}/batch`, { failures: [] })],
  [
    'a batch of 400,000 nothings',
    'invalid-request',
    post(`${FAILURES}/batch`, { failures: Array.from({ length: 400_000 }, () => null) }),
  ],
  [
    'a batch of unknown members',
    'invalid-request',
    post(`${FAILURES}/batch`, {
      failures: Array.from({ length: 400 }, () =>
        Object.fromEntries(Array.from({ length: 400 }, (_one, i) => [`m${i}`, 1])),
      ),
    }),
  ],
  [
    'a batch of 400,000 nothings by nobody',
    'invalid-request',
    {
      ...post('/v1/diagnoses/batch', { failures: Array.from({ length: 400_000 }, () => null) }),
      headers: {},
    },
  ],
  [
    'a batch with one broken report',
    'invalid-request',
    post(`${FAILURES}/batch`, { failures: [failureOf(), { ...failureOf(), error: 1 }] }),
  ],
  [
    '100,000 unknown members',
    'invalid-request',
    report(Object.fromEntries(Array.from({ length: 100_000 }, (_one, i) => [`m${i}`, 1]))),
  ],
  [
    '21 notification addresses',
    'invalid-request',
    patch({ notificationAddresses: Array.from({ length: 21 }, (_one, i) => `a${i}@acme.example`) }),
  ],
  [
    'an address made to be slow',
    'invalid-request',
    patch({ notificationAddresses: [`${'a.'.repeat(50_000)}@${'a-'.repeat(50_000)}`] }),
  ],
  [
    'a time made to be slow',
    'invalid-request',
    report({ occurredAt: `2026-03-02T09:41:00.${'0'.repeat(100_000)}Z` }),
  ],
  ['a time zone of any length', 'invalid-request', patch({ timeZone: 'A/'.repeat(50_000) })],
  ['a payload of more than 64 KiB', 'invalid-request', report({ payload: { a: 'a'.repeat(64 * 1024) } })],
  ['a payload of 61 levels', 'invalid-request', raw(deepPayload(61))],
  ['a payload of 100,000 levels', 'invalid-request', raw(deepPayload(DEEP))],
  ['an error of 100,000 levels', 'invalid-request', raw(deepError)],
  [
    'an error of 100,000 levels with an Idempotency-Key',
    'invalid-request',
    raw(deepError, { 'Idempotency-Key': 'deep' }),
  ],
  ['a body of 100,000 levels', 'invalid-request', raw(deep)],
  ['a body of a million opened levels', 'invalid-json', raw('['.repeat(1_000_000))],
  ['a long note', 'invalid-request', post(`${ISSUE}/actions`, { kind: 'skip', note: 'a'.repeat(1_001) })],
  ['a long search', 'invalid-request', list(`search=${'a'.repeat(101)}`)],
  ['5,000 query parameters', 'invalid-request', list(Array.from({ length: 5_000 }, () => 'a').join('&'))],
  ['a long cursor', 'invalid-request', list(`cursor=${'a'.repeat(14_000)}`)],
  ['a long Idempotency-Key', 'invalid-request', raw(plainBytes, { 'Idempotency-Key': 'a'.repeat(256) })],
  [
    'a long If-Match',
    'invalid-request',
    { ...patch({ currency: 'EUR' }), headers: { ...key, 'If-Match': '"1",'.repeat(2_000) } },
  ],
]

const numbers: readonly Case[] = [
  ['a status of 1e400', 'invalid-request', reportWith('1e400')],
  ['a status of -1e400', 'invalid-request', reportWith('-1e400')],
  ['a status of 1e21', 'invalid-request', reportWith('1e21')],
  ['a status of -0', 'invalid-request', reportWith('-0')],
  ['a status between two', 'invalid-request', reportWith('400.5')],
  ['a status as text', 'invalid-request', reportWith('"400"')],
  ['a status of NaN', 'invalid-json', reportWith('NaN')],
  ['a status of Infinity', 'invalid-json', reportWith('Infinity')],
  ['a status of a million digits', 'invalid-request', reportWith('4'.repeat(1_000_000))],
  ['an amount that is a number', 'invalid-request', reportOf({ amount: 1250 })],
  ['an amount of NaN', 'invalid-request', reportOf({ amount: 'NaN' })],
  ['an amount of 1e21', 'invalid-request', reportOf({ amount: '1e21' })],
  [
    'an amount of more than is exact',
    'invalid-request',
    reportOf({ amount: '9999999999999.999', currency: 'BHD' }),
  ],
  ['an amount finer than its currency', 'invalid-request', reportOf({ amount: '1.5', currency: 'JPY' })],
  ['a currency that is none', 'invalid-request', reportOf({ currency: 'XQZ' })],
  ['a limit of 1e400', 'invalid-request', list('limit=1e400')],
  ['a limit of NaN', 'invalid-request', list('limit=NaN')],
  ['a limit of nothing', 'invalid-request', list('limit=')],
  ['a limit of -1', 'invalid-request', list('limit=-1')],
  ['a limit of 2^53 + 1', 'invalid-request', list('limit=9007199254740993')],
  ['a place in the history of 1e400', 'invalid-request', get(`${ISSUE}/history?cursor=1e400`)],
  ['a place in the history of -0', 'invalid-request', get(`${ISSUE}/history?cursor=-0`)],
  ['the 30th of February', 'invalid-request', report({ occurredAt: '2026-02-30T00:00:00Z' })],
  ['a second that no clock shows', 'invalid-request', report({ occurredAt: '2016-12-31T23:59:60Z' })],
  ['the year 9999', 'invalid-request', report({ occurredAt: '9999-12-31T23:59:59Z' })],
  ['the year 275760', 'invalid-request', report({ occurredAt: '+275760-09-13T00:00:00Z' })],
  [
    'a number of QuickBooks that is too long',
    'invalid-request',
    post('/v1/firms/acme/successes', {
      record: { type: 'invoice', id: 'inv_88' },
      occurredAt: '2026-03-02T09:41:00Z',
      quickbooksId: '1'.repeat(21),
    }),
  ],
]

const unicode: readonly Case[] = [
  ['a lone surrogate in an id', 'invalid-request', reportOf({ id: '\ud800' })],
  ['a NUL in an id', 'invalid-request', reportOf({ id: 'inv\0' })],
  ['an id that ends a line', 'invalid-request', reportOf({ id: 'inv_88\n' })],
  ['an occurrence of other letters', 'invalid-request', report({ occurrenceId: 'try_é' })],
  ['an overlong dot in a path', 'invalid-request', get('/v1/firms/%C0%AE%C0%AE')],
  ['a byte that is no UTF-8 in a path', 'invalid-request', get('/v1/firms/%FF')],
  ['half an escape in a path', 'invalid-request', get('/v1/firms/%E0%A4%A')],
  ['a body that is no UTF-8', 'invalid-json', raw(Buffer.from([0xff, 0xfe, 0xfd, 0x00]))],
  ['a body with a bare NUL', 'invalid-json', raw(Buffer.concat([plainBytes, Buffer.from([0])]))],
  ['a string with a bare line break', 'invalid-json', raw('{"error":"a\nb"}')],
]

const mediaTypes: readonly Case[] = [
  ...[
    'text/plain',
    'application/xml',
    'application/x-www-form-urlencoded',
    'multipart/form-data; boundary=x',
    'application/json-seq',
    'text/json',
    'x',
    ' ',
  ].map((type): Case => [
    `a body of type ${JSON.stringify(type)}`,
    'unsupported-media-type',
    raw(plainBytes, { 'Content-Type': type }),
  ]),
  ['a body of no type', 'unsupported-media-type', raw(plainBytes, { 'Content-Type': '' })],
  [
    'a body in another charset',
    'unsupported-media-type',
    raw(plainBytes, { 'Content-Type': 'application/json; charset=latin1' }),
  ],
  [
    'a body in no charset',
    'unsupported-media-type',
    raw(plainBytes, { 'Content-Type': 'application/json; charset=../../etc' }),
  ],
  [
    'a body packed in a way that is none',
    'unsupported-media-type',
    raw(plainBytes, { 'Content-Encoding': 'evil' }),
  ],
  [
    'a body packed twice',
    'unsupported-media-type',
    raw(gzipSync(gzipSync(plainBytes)), { 'Content-Encoding': 'gzip, gzip' }),
  ],
  [
    'a body that is not packed as it says',
    'invalid-request',
    raw(plainBytes, { 'Content-Encoding': 'gzip' }),
  ],
  [
    'a packed body that is cut',
    'invalid-request',
    raw(gzipSync(plainBytes).subarray(0, 40), { 'Content-Encoding': 'gzip' }),
  ],
  ['64 MiB packed with gzip', 'body-too-large', raw(gzipSync(bomb), { 'Content-Encoding': 'gzip' })],
  [
    '64 MiB packed with brotli',
    'body-too-large',
    raw(brotliCompressSync(bomb), { 'Content-Encoding': 'br' }),
  ],
  ['an empty body', 'invalid-request', raw('')],
  ['a body of blanks', 'invalid-json', raw('   ')],
  ['two bodies', 'invalid-json', raw(Buffer.concat([plainBytes, plainBytes]))],
  ['a body that is null', 'invalid-request', raw('null')],
  ['a body that is a list', 'invalid-request', raw('[]')],
  [
    'an answer in no type that there is',
    'not-acceptable',
    { path: `${ISSUE}/guide`, headers: { ...key, Accept: 'image/png' } },
  ],
]

const addresses: readonly Case[] = [
  ['the same filter twice', 'invalid-request', list('status=open&status=resolved')],
  ['the same language twice', 'invalid-request', list('lang=en&lang=fr')],
  ['the same limit twice', 'invalid-request', list('limit=1&limit=1')],
  ['the same cursor twice', 'invalid-request', list('cursor=a&cursor=b')],
  ['an unknown parameter', 'invalid-request', list('firmId=other')],
  ['a way up', 'not-found', get('/v1/firms/acme/../acme')],
  ['a way up, escaped', 'not-found', get('/v1/firms/%2e%2e/firms')],
  ['a way up, with a slash', 'not-found', get('/v1/firms/acme%2F..%2Facme')],
  ['a way up, with a backslash', 'not-found', get('/v1/firms/..%5Cacme')],
  ['an escaped slash', 'not-found', get('/v1/firms/acme%2Fissues')],
  ['an escaped escape', 'not-found', get('/v1/firms/%2561cme')],
  ['a NUL at the end', 'not-found', get('/v1/firms/acme%00')],
  ['a blank at the end', 'not-found', get('/v1/firms/acme%20')],
  ['a path parameter', 'not-found', get('/v1/firms/acme;role=owner')],
  ['a firm in capitals', 'not-found', get('/v1/firms/ACME')],
  ['two slashes', 'not-found', get('/v1//firms')],
  ['an issue that leads to the summary', 'invalid-request', get(`${ISSUES}/%2e%2e%2fsummary`)],
  ['a file of ours', 'not-found', get('/static/..%2f..%2f..%2fpackage.json')],
  ['a file of the machine', 'not-found', get('/static/%2e%2e/%2e%2e/%2e%2e/etc/passwd')],
  ['a file beside the documentation', 'not-found', get('/docs/..%2f..%2fpackage.json')],
  ['a hidden file', 'not-found', get('/.git/config')],
  ['a line break in a path', 'not-found', get('/v1/firms/acme%0d%0aX-Evil:%201')],
  ['a line break in a query', 'invalid-request', list('lang=en%0d%0aX-Evil:%201')],
  ['a cursor that is none', 'invalid-request', list('cursor=a')],
  ['a cursor with a NUL', 'invalid-request', list('cursor=%00')],
  ['a cursor of null', 'invalid-request', cursor(null)],
  ['a cursor of an object', 'invalid-request', cursor({ $gt: '' })],
  ['a cursor of operators', 'invalid-request', cursor(['-lastSeenAt', { $gt: '' }, { $ne: null }])],
  ['a cursor of numbers', 'invalid-request', cursor(['-lastSeenAt', 1, 2])],
  [
    'a cursor of another order',
    'invalid-request',
    cursor(['lastSeenAt', '2026-03-02T09:41:00.000Z', 'iss_0']),
  ],
  ['a cursor that is too long inside', 'invalid-request', cursor(['-lastSeenAt', 'a'.repeat(41), 'iss_0'])],
  ['a cursor with more in it', 'invalid-request', cursor(['-lastSeenAt', 'a', 'iss_0', 'acme'])],
  [
    'a cursor of a thousand levels',
    'invalid-request',
    list(`cursor=${Buffer.from('['.repeat(370)).toString('base64url')}`),
  ],
  ['a firm’s cursor that is SQL', 'invalid-request', get("/v1/firms?cursor='%20OR%201=1")],
]

const headers: readonly Case[] = [
  ['an Idempotency-Key of other letters', 'invalid-request', raw(plainBytes, { 'Idempotency-Key': 'é' })],
  ['an Idempotency-Key with a tab', 'invalid-request', raw(plainBytes, { 'Idempotency-Key': 'a\tb' })],
  [
    'an Idempotency-Key with an open quote',
    'invalid-request',
    raw(plainBytes, { 'Idempotency-Key': '"a b' }),
  ],
  ['two Idempotency-Keys', 'invalid-request', raw(plainBytes, { 'Idempotency-Key': ['a', 'b'] })],
  [
    'an If-Match of another version',
    'precondition-failed',
    { ...patch({ currency: 'EUR' }), headers: { ...key, 'If-Match': '"99"' } },
  ],
  [
    'an If-Match that is none',
    'precondition-failed',
    { ...patch({ currency: 'EUR' }), headers: { ...key, 'If-Match': '$ne' } },
  ],
  [
    'another method in a header',
    'not-found',
    {
      ...post('/v1/firms/acme', {}),
      path: '/v1/firms/none',
      method: 'GET',
      headers: { ...key, 'X-HTTP-Method-Override': 'PUT' },
    },
  ],
  [
    'another address in a header',
    'not-found',
    {
      path: '/v1/firms/none',
      headers: { ...key, 'X-Original-URL': '/v1/firms/acme', 'X-Rewrite-URL': '/v1/firms/acme' },
    },
  ],
  [
    'another host',
    'not-found',
    { path: '/v1/firms/none', headers: { ...key, Host: 'evil.example', 'X-Forwarded-Host': 'evil.example' } },
  ],
]

const origins: readonly Case[] = [
  ['a change from nobody knows where', 'foreign-origin', byCookie({})],
  ['a change from another site', 'foreign-origin', byCookie({ Origin: 'https://evil.example' })],
  ['a change from a sandbox', 'foreign-origin', byCookie({ Origin: 'null' })],
  [
    'a change from a site whose name begins like ours',
    'foreign-origin',
    byCookie({ Origin: `${publicUrl}.evil.example` }),
  ],
  [
    'a change from our name by another protocol',
    'foreign-origin',
    byCookie({ Origin: publicUrl.replace('http:', 'https:') }),
  ],
  ['a change from another port of ours', 'foreign-origin', byCookie({ Origin: 'http://127.0.0.1:1' })],
  [
    'a change that names our page only as where it came from',
    'foreign-origin',
    byCookie({ Referer: `${publicUrl}/` }),
  ],
  ...['cross-site', 'same-site', 'none', 'x'].map((site): Case => [
    `a change that the browser calls ${site}`,
    'foreign-origin',
    byCookie({ Origin: publicUrl, 'Sec-Fetch-Site': site }),
  ]),
  [
    'a form of another site',
    'foreign-origin',
    {
      ...byCookie({ 'Content-Type': 'text/plain' }),
      method: 'POST',
      path: `${ISSUE}/actions`,
      body: '{"kind":"skip"}',
    },
  ],
  [
    'a form of our own site, which sends no JSON',
    'unsupported-media-type',
    {
      ...byCookie({ Origin: publicUrl, 'Content-Type': 'text/plain' }),
      method: 'POST',
      path: `${ISSUE}/actions`,
      body: '{"kind":"skip"}',
    },
  ],
]

const credentials: readonly Case[] = [
  ['a cookie that was there before', 'unauthenticated', readByCookie('syncdoctor=planted')],
  [
    'a planted cookie before the real one',
    'unauthenticated',
    readByCookie(`syncdoctor=planted; syncdoctor=${session}`),
  ],
  [
    'a session in a cookie of another name',
    'unauthenticated',
    readByCookie(`sid=${session}; SYNCDOCTOR=${session}; __Secure-syncdoctor=${session}`),
  ],
  ['a session in the cookie for https', 'unauthenticated', readByCookie(`__Host-syncdoctor=${session}`)],
  ['a session in a query', 'unauthenticated', { path: `/v1/firms/acme?syncdoctor=${session}`, headers: {} }],
  [
    'a cookie called __proto__',
    'unauthenticated',
    readByCookie(`__proto__=${session}; constructor=${session}`),
  ],
  ['a thousand cookies', 'unauthenticated', readByCookie('syncdoctor=x; '.repeat(1_000))],
  ['a cookie with a broken escape', 'unauthenticated', readByCookie('syncdoctor=%E0%A4%A')],
  ['a used link as a session', 'unauthenticated', readByCookie(`syncdoctor=${usedLink}`)],
  ['an expired link as a session', 'unauthenticated', readByCookie(`syncdoctor=${expiredLink}`)],
  [
    'a used link as a key',
    'unauthenticated',
    { path: '/v1/firms/acme', headers: { Authorization: `Bearer ${usedLink}` } },
  ],
  [
    'a key that was revoked',
    'unauthenticated',
    { path: '/v1/firms/acme', headers: { Authorization: `Bearer ${revoked.key}` } },
  ],
  [
    'a key of 10,000 characters',
    'unauthenticated',
    { path: '/v1/firms/acme', headers: { Authorization: `Bearer syncdoctor_${'a'.repeat(10_000)}` } },
  ],
  [
    'blanks made to be slow',
    'unauthenticated',
    { path: '/v1/firms/acme', headers: { Authorization: `Bearer ${' '.repeat(10_000)}x x` } },
  ],
]

const all = [
  ...operators,
  ...prototypes,
  ...sizes,
  ...numbers,
  ...unicode,
  ...mediaTypes,
  ...addresses,
  ...headers,
  ...origins,
  ...credentials,
]

/** What a request costs, on both ends. */
async function costOf(sent: Sent): Promise<{ readonly got: Got; readonly cost: number }> {
  const before = process.cpuUsage()
  const got = await send(sent)
  const { user, system } = process.cpuUsage(before)
  return { got, cost: user + system }
}

describe('a hostile request', () => {
  let plainCost = 0

  beforeAll(async () => {
    const error = 'Nothing to see here, all words are plain ones and none means a thing. '.repeat(14_000)
    const costs = []
    for (let i = 0; i < 5; i += 1) {
      const { got, cost } = await costOf(reportOf({ id: `plain_${i}` }))
      expect(got.status).toBe(201)
      const large = await costOf(report({ error, record: { ...failureOf().record, id: `large_${i}` } }))
      expect(large.got.status).toBe(201)
      costs.push(cost, large.cost)
    }
    plainCost = Math.max(...costs)
  })

  it('is one of many', () => {
    expect(all.length).toBeGreaterThan(150)
    expect(new Set(all.map(([name]) => name)).size).toBe(all.length)
  })

  it.each(all)('with %s is refused as %s, keeps nothing, and costs little', async (_name, code, sent) => {
    const before = await everythingKept(stores.collections)
    const { got, cost } = await costOf(sent)
    expect([got.status, got.headers['content-type'], got.body]).toEqual([
      expect.any(Number),
      'application/problem+json; charset=utf-8',
      expect.stringContaining(`"code":"${code}"`),
    ])
    const problem = JSON.parse(got.body) as Schemas['Problem']
    expect(faultsOf(contract.components.schemas.Problem, problem)).toBeUndefined()
    expect(problem.status).toBe(got.status)
    expect(got.status).toBeGreaterThanOrEqual(400)
    expect(got.status).toBeLessThan(500)
    expect(got.headers).not.toHaveProperty('x-evil')
    expect(got.headers).not.toHaveProperty('set-cookie')
    expect(got.body).not.toContain('evil.example')
    expect(await everythingKept(stores.collections)).toEqual(before)
    expect(bugs).toEqual([])
    expect(cost).toBeLessThan(20 * plainCost)
  })

  it('leaves the prototypes of all objects alone', () => {
    expect(Object.keys(Object.prototype)).toEqual([])
    expect(({} as { a?: unknown; role?: unknown }).a).toBeUndefined()
  })
})

describe('text that is only odd', () => {
  const kept = async (sent: Sent) => {
    const { status, body } = await send(sent)
    expect([status, bugs]).toEqual([201, []])
    const { issue } = JSON.parse(body) as Schemas['FailureReport']
    return { issue, stored: (await stores.issues.get('acme', issue.id))?.doc }
  }

  it.each([
    ['an operator', { $ne: null, $where: 'sleep(1000)' }],
    ['a prototype', JSON.parse('{"__proto__":{"a":1},"constructor":{"prototype":{"a":1}}}') as object],
  ])('is kept as inert text and inert data: %s', async (name, value) => {
    const record = { ...failureOf().record, id: name.replaceAll(' ', '_') }
    const { issue, stored } = await kept(report({ record, error: value, payload: value }))
    expect(issue.error).toBe(JSON.stringify(value))
    expect(stored?.payload).toBe(JSON.stringify(value))
    expect(({} as { a?: unknown }).a).toBeUndefined()
  })

  it.each([
    [
      'markup',
      '<script>alert(1)</script>{{constructor}}${7*7}',
      '<script>alert(1)</script>{{constructor}}${7*7}',
    ],
    ['a NUL and line breaks', 'a\0b\r\nX-Evil: 1', 'a\0b\r\nX-Evil: 1'],
    ['a lone surrogate, mended', 'a\ud800b', 'a\ufffdb'],
    ['signs that turn the line', '\u202eabc\u2066', '\u202eabc\u2066'],
    ['SQL', "'); DROP TABLE issues; --", "'); DROP TABLE issues; --"],
  ])('is kept as inert text, in a label and a client: %s', async (name, label, due) => {
    const record = {
      ...failureOf().record,
      id: name.replaceAll(' ', '_'),
      label,
      client: { id: 'c_1', name: label },
    }
    const { issue, stored } = await kept(report({ record }))
    expect([issue.record.label, issue.record.client?.name]).toEqual([due, due])
    expect(stored?.record).toMatchObject({ label: due, client: { name: due } })
  })

  it.each([
    ['-0', '0.00'],
    ['00000000007', '7.00'],
  ])('is kept as the amount that it is: %s', async (amount, due) => {
    const record = { ...failureOf().record, id: `amount_${amount}`, amount }
    expect((await kept(report({ record }))).issue.record.amount).toBe(due)
  })

  it('is kept as inert text, bytes that are no UTF-8 replaced', async () => {
    const [before = '', after = ''] = JSON.stringify({ ...failureOf(), error: 'SPLIT' })
      .replace('inv_88', 'bytes')
      .split('SPLIT')
    const body = Buffer.concat([Buffer.from(before), Buffer.from([0xc0, 0xae, 0xff]), Buffer.from(after)])
    expect((await kept(raw(body))).issue.error).toMatch(/^\ufffd+$/u)
  })

  it('is the name of a firm: __proto__', async () => {
    const path = '/v1/firms/__proto__'
    expect((await send({ method: 'PUT', path, body: { name: 'constructor' } })).status).toBe(201)
    expect(JSON.parse((await send({ path })).body)).toMatchObject({ id: '__proto__', name: 'constructor' })
    expect((await send({ method: 'DELETE', path })).status).toBe(204)
    expect(bugs).toEqual([])
  })

  it('changes nothing of an answer, in a header that nobody reads', async () => {
    const odd = { 'X-HTTP-Method-Override': 'DELETE', 'X-Forwarded-User': 'owner', 'X-Role': 'owner' }
    expect((await send({ path: '/v1/firms/acme', headers: { ...key, ...odd } })).status).toBe(200)
  })
})

describe('what is no request at all', () => {
  it.each([
    [
      'a header of 100,000 characters',
      `GET /livez HTTP/1.1\r\nHost: a\r\nX-A: ${'a'.repeat(100_000)}\r\n\r\n`,
      431,
    ],
    ['an address of 100,000 characters', `GET /${'a'.repeat(100_000)} HTTP/1.1\r\nHost: a\r\n\r\n`, 431],
    [
      'two lengths',
      'POST /v1/diagnoses HTTP/1.1\r\nHost: a\r\nContent-Length: 1\r\nContent-Length: 2\r\n\r\nab',
      400,
    ],
    [
      'a length beside chunks',
      'POST /v1/diagnoses HTTP/1.1\r\nHost: a\r\nContent-Length: 1\r\nTransfer-Encoding: chunked\r\n\r\n0\r\n\r\n',
      400,
    ],
    ['no host', 'GET /livez HTTP/1.1\r\n\r\n', 400],
    ['a broken line break', 'GET /livez HTTP/1.1\r\nHost: a\r\nX-A: b\rX-B: c\r\n\r\n', 400],
  ])('is refused before we see it, and its connection closed: %s', async (_name, bytes, status) => {
    const before = await everythingKept(stores.collections)
    const socket = connect(port, '127.0.0.1')
    socket.on('error', () => undefined)
    socket.write(bytes)
    let got = ''
    socket.setEncoding('latin1').on('data', (chunk: string) => (got += chunk))
    await once(socket, 'close')
    expect(got).toMatch(new RegExp(`^HTTP/1\\.1 ${status} `, 'u'))
    expect(await everythingKept(stores.collections)).toEqual(before)
    expect(bugs).toEqual([])
  })
})

describe('a session', () => {
  it('is never the one that was planted before', async () => {
    const planted = 'a'.repeat(43)
    const made = await stores.portal.signIn((await newLink()).token)
    expect(made?.token).not.toBe(planted)
    expect((await send(readByCookie(`syncdoctor=${planted}`))).status).toBe(401)
    expect((await send(readByCookie(`syncdoctor=${made?.token}`))).status).toBe(200)
  })

  it('changes things from our own pages', async () => {
    expect((await send(byCookie({ Origin: publicUrl }))).status).toBe(200)
    expect((await send(byCookie({ Origin: publicUrl, 'Sec-Fetch-Site': 'same-origin' }))).status).toBe(200)
  })
})
