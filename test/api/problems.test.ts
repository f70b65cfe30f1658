import { afterAll, describe, expect, it } from '@jest/globals'
import { setImmediate as breathe } from 'node:timers/promises'
import { type ProblemCode, problemStatus } from '../../src/domain/problem.ts'
import { languages } from '../../src/domain/language.ts'
import { translate } from '../../src/messages/translate.ts'
import { appAtIntuit } from '../support/app-at-intuit.ts'
import { addFirm, failureOf, headersOf } from '../support/tenant.ts'
import { type Answer, contract, everyOperation, startService } from '../support/api-client.ts'

const SECRET = new TypeError('cannot read /srv/secret of the-caller')

const { api, pages, stores, publicUrl } = await startService()
const limited = await startService({ RATE_LIMIT: '1' })
const stopping = await startService({}, { isReady: () => Promise.resolve(false) })
const headersOfHost = await addFirm(api, stores)
const crowded = await startService()
const broken = await startService({}, { diagnose: () => Promise.reject(SECRET) })

/** An app at an Intuit that is not there. */
const unreachableIntuit = {
  INTUIT_CLIENT_ID: 'app',
  INTUIT_CLIENT_SECRET: 'of-the-app',
  SECRET_KEY: 'a'.repeat(64),
  INTUIT_DISCOVERY_URL: 'http://127.0.0.1:1/.well-known/openid_sandbox_configuration',
  INTUIT_API_URL: 'http://127.0.0.1:1/v3',
}

type Headers = Readonly<Record<string, string>>

/** How to provoke each problem. */
const provoke: Readonly<Record<ProblemCode, (headers: Headers) => Promise<Answer>>> = {
  'invalid-request': (headers) => api.post('/v1/diagnoses', {}, headers),
  'invalid-json': (headers) => api.post('/v1/diagnoses', '{', headers),
  unauthenticated: (headers) => api.get('/v1/firms', headers),
  forbidden: async (headers) =>
    api.ask('delete', '/v1/firms/acme', { headers: { ...headers, ...(await headersOf(stores, 'support')) } }),
  'foreign-origin': async (headers) => {
    const { token } = await stores.portal.createLink({ firmId: 'acme', memberId: 'mem_1', language: null })
    const session = await stores.portal.signIn(token)
    const Cookie = `syncdoctor=${session?.token}`
    const body = { currency: 'EUR' }
    return api.ask('patch', '/v1/firms/acme', {
      body,
      headers: { ...headers, Cookie, Origin: 'http://evil.example' },
    })
  },
  'action-not-available': async (headers) =>
    api.post(
      `/v1/firms/acme/issues/${await issueId()}/actions`,
      { kind: 'reopen' },
      { ...headers, ...headersOfHost },
    ),
  'request-in-flight': async (headers) => {
    let resolve: (() => void) | undefined
    const waiting = new Promise<void>((done) => (resolve = done))
    const slow = await startService({}, { diagnose: () => waiting.then(() => Promise.reject(SECRET)) })
    const host = { ...(await addFirm(slow.api, slow.stores)), 'Idempotency-Key': 'one' }
    const first = slow.api.post('/v1/firms/acme/failures', failureOf(), host)
    await untilKept(slow.stores)
    const second = await slow.api.post('/v1/firms/acme/failures', failureOf(), { ...headers, ...host })
    resolve?.()
    await first
    return second
  },
  'idempotency-key-required': async (headers) =>
    api.post(
      `/v1/firms/acme/issues/${await issueId()}/actions`,
      { kind: 'resync' },
      { ...headers, ...headersOfHost },
    ),
  'secrets-not-set-up': (headers) =>
    api.ask('patch', '/v1/firms/acme', {
      body: { host: { url: 'https://host.example/', secret: `whsec_${'A'.repeat(32)}` } },
      headers: { ...headers, ...headersOfHost },
    }),
  'too-many-webhook-endpoints': async (headers) => {
    const sealing = await startService({ SECRET_KEY: 'ab'.repeat(32) })
    const host = await addFirm(sealing.api, sealing.stores)
    const add = () =>
      sealing.api.post('/v1/webhook-endpoints', { url: 'https://a.example/' }, { ...headers, ...host })
    for (let n = 0; n < 20; n += 1) await add()
    return add()
  },
  'webhook-endpoint-disabled': async (headers) => {
    const sealing = await startService({ SECRET_KEY: 'ab'.repeat(32) })
    const host = { ...headers, ...(await addFirm(sealing.api, sealing.stores)) }
    const made = await sealing.api.post('/v1/webhook-endpoints', { url: 'https://a.example/' }, host)
    const address = `/v1/webhook-endpoints/${made.as('NewWebhookEndpoint').id}`
    await sealing.api.ask('patch', address, { body: { state: 'disabled' }, headers: host })
    return sealing.api.post(`${address}/replay`, { since: '2026-03-02T00:00:00Z' }, host)
  },
  'quickbooks-not-set-up': (headers) =>
    api.ask('delete', '/v1/firms/acme/quickbooks-connection', {
      headers: { ...headers, ...headersOfHost },
    }),
  'quickbooks-not-connected': async (headers) => {
    const lonely = await startService(await appAtIntuit())
    const host = await addFirm(lonely.api, lonely.stores)
    const { issue } = (await lonely.api.post('/v1/firms/acme/failures', failureOf(), host)).as(
      'FailureReport',
    )
    const address = `/v1/firms/acme/issues/${issue.id}/evidence`
    return lonely.api.ask('post', address, { headers: { ...headers, ...host } })
  },
  'quickbooks-unreachable': async (headers) => {
    const nowhere = await startService({ ...unreachableIntuit })
    const host = await addFirm(nowhere.api, nowhere.stores)
    const address = '/v1/firms/acme/quickbooks-connection/authorizations'
    return nowhere.api.post(address, {}, { ...headers, ...host })
  },
  'precondition-failed': (headers) =>
    api.ask('patch', '/v1/firms/acme', {
      body: { currency: 'EUR' },
      headers: { ...headers, ...headersOfHost, 'If-Match': '"99"' },
    }),
  'idempotency-key-reused': async (headers) => {
    const host = { ...headersOfHost, 'Idempotency-Key': 'two' }
    await api.post('/v1/firms/acme/failures', failureOf(), host)
    return api.post('/v1/firms/acme/failures', failureOf({ httpStatus: 500 }), { ...headers, ...host })
  },
  'not-found': (headers) => api.get('/v1/nothing', headers),
  'method-not-allowed': (headers) => api.ask('delete', '/v1/error-items', { headers }),
  'not-acceptable': (headers) =>
    api.get('/v1/error-items/duplicate-name/article', { ...headers, Accept: 'image/png' }),
  'body-too-large': (headers) => api.post('/v1/diagnoses', { error: 'x'.repeat(2 ** 21) }, headers),
  'unsupported-media-type': (headers) =>
    api.post('/v1/diagnoses', '<error/>', { ...headers, 'Content-Type': 'application/xml' }),
  'rate-limited': async (headers) => {
    await limited.api.get('/v1/error-items')
    return limited.api.get('/v1/error-items', headers)
  },
  'too-many-streams': async (headers) => {
    const host = await addFirm(crowded.api, crowded.stores)
    for (let reader = 0; reader < 100; reader += 1) {
      const wish = { firmId: 'acme', lastEventId: undefined, isAllowed: async () => true }
      await crowded.live.open({ ...wish, reader: String(reader) })
    }
    return crowded.api.get('/v1/firms/acme/events', { ...headers, ...host, Accept: 'text/event-stream' })
  },
  'internal-error': (headers) => broken.api.post('/v1/diagnoses', { error: 'x' }, headers),
  'not-ready': (headers) => stopping.api.get('/readyz', headers),
}

afterAll(() => crowded.live.close())

async function issueId(): Promise<string> {
  return (await api.post('/v1/firms/acme/failures', failureOf(), headersOfHost)).as('FailureReport').issue.id
}

/** Waits until a request with an Idempotency-Key is at work. */
async function untilKept({ collections }: typeof stores): Promise<void> {
  while ((await collections.keptAnswers.page({ index: 'all', limit: 1 })).length === 0) await breathe()
}

const codes = Object.keys(problemStatus) as ProblemCode[]

describe('the problem', () => {
  it.each(codes.flatMap((code) => languages.map((language) => ({ code, language }))))(
    '$code is told in $language',
    async ({ code, language }) => {
      const answer = await provoke[code]({ 'Accept-Language': language === 'fr' ? 'fr-CA' : 'de' })
      const say = translate(language)
      expect(answer.status).toBe(problemStatus[code])
      expect(answer.headers).toMatchObject({
        'content-type': 'application/problem+json; charset=utf-8',
        'content-language': language,
        vary: expect.stringContaining('Accept-Language'),
      })
      expect(answer.as('Problem')).toMatchObject({
        type: `${publicUrl}/problems/${code}`,
        title: say(`problem.${code}.title`),
        status: problemStatus[code],
        detail: say(`problem.${code}.detail`),
        code,
        requestId: answer.headers['x-request-id'],
      })
    },
  )

  it.each(codes)('%s has a type that is a page, in both languages', async (code) => {
    const { type } = (await provoke[code]({})).as('Problem')
    for (const language of languages) {
      const page = await pages.get(new URL(type).pathname).query({ lang: language })
      expect(page.status).toBe(200)
      expect(page.headers).toMatchObject({
        'content-type': 'text/html; charset=utf-8',
        'content-language': language,
      })
      expect(page.text).toContain(`<h1>${translate(language)(`problem.${code}.title`)}</h1>`)
    }
  })

  it('of a name that is none has no page', async () => {
    for (const name of ['no-such-problem', 'constructor', '__proto__']) {
      expect((await pages.get(`/problems/${name}`)).status).toBe(404)
    }
  })

  it('has the type that the public address leads to', async () => {
    const behindProxy = await startService({ PUBLIC_URL: 'https://sync.example.com/doctor/' })
    const { type } = (await behindProxy.api.get('/v1/nothing')).as('Problem')
    expect(type).toBe('https://sync.example.com/doctor/problems/not-found')
  })
})

describe('the id of a request', () => {
  it('is another one for each', async () => {
    const answers = await Promise.all(Array.from({ length: 20 }, () => api.get('/livez')))
    expect(new Set(answers.map(({ headers }) => headers['x-request-id'])).size).toBe(20)
  })

  it('is ours, whatever the caller calls it', async () => {
    const { headers } = await api.get('/livez', { 'X-Request-Id': 'mine' })
    expect(headers['x-request-id']).not.toBe('mine')
  })

  it.each(['/', '/errors', '/docs/', '/openapi.json', '/static/style.css', '/nothing'])(
    'is told at %s too',
    async (address) => {
      expect((await pages.get(address)).headers['x-request-id']).toMatch(/^[\da-f-]{36}$/u)
    },
  )
})

describe('a bug of ours', () => {
  it.each(['/v1/diagnoses', '/v1/diagnoses/batch'])(
    'at %s is told to us and not to the caller',
    async (address) => {
      const { api, bugs } = await startService({}, { diagnose: () => Promise.reject(SECRET) })
      const body = address.endsWith('batch') ? { failures: [{ error: 'x' }] } : { error: 'x' }
      const answer = await api.post(address, body)
      expect(answer.status).toBe(500)
      expect(bugs).toEqual([{ error: SECRET, requestId: answer.headers['x-request-id'] }])
      const told = JSON.stringify([answer.headers, answer.text])
      for (const inside of ['secret', 'the-caller', 'TypeError', 'node_modules', '.ts', ' at ']) {
        expect(told).not.toContain(inside)
      }
      expect(Object.keys(answer.as('Problem')).toSorted()).toEqual(
        ['type', 'title', 'status', 'detail', 'code', 'requestId'].toSorted(),
      )
    },
  )

  it('may be thrown at once, and may be no error at all', async () => {
    const odd = { status: 'odd' } as unknown as Error
    for (const thrown of [new Error('at once'), odd]) {
      const diagnose = () => {
        throw thrown
      }
      const { api, bugs } = await startService({}, { diagnose })
      expect((await api.post('/v1/diagnoses', { error: 'x' })).status).toBe(500)
      expect(bugs.map(({ error }) => error)).toEqual([thrown])
    }
  })

  it('is no bug where the caller is at fault', async () => {
    const { api, bugs } = await startService()
    await api.post('/v1/diagnoses', '{')
    await api.post('/v1/diagnoses', {})
    await api.post('/v1/diagnoses', Buffer.from('x'), { 'Content-Encoding': 'gzip' })
    await api.get('/v1/error-items/%E0%A4%A')
    await api.ask('trace', '/v1/error-items')
    expect(bugs).toEqual([])
  })

  it('is shown to a browser as a page', async () => {
    const { status, headers, text } = await broken.pages
      .post('/')
      .set('Accept', 'text/html')
      .type('form')
      .send({ error: 'x' })
    expect(status).toBe(500)
    expect(headers['content-type']).toBe('text/html; charset=utf-8')
    expect(text).not.toContain('the-caller')
  })
})

describe('a refusal', () => {
  it('is a page for a browser, but a problem for whoever calls the API', async () => {
    const Accept = 'text/html,application/xhtml+xml,application/xml;q=0.9,*/*;q=0.8'
    const page = await pages.get('/nothing').set('Accept', Accept)
    expect(page.status).toBe(404)
    expect(page.headers['content-type']).toBe('text/html; charset=utf-8')
    expect((await api.get('/v1/nothing', { Accept })).as('Problem').code).toBe('not-found')
    expect((await api.get('/nothing')).as('Problem').code).toBe('not-found')
  })

  it('that may be a page or a problem is told to depend on what the caller accepts', async () => {
    for (const Accept of ['text/html', 'application/json']) {
      const { vary } = (await pages.get('/nothing').set('Accept', Accept)).headers
      expect(vary?.split(', ').toSorted()).toEqual(['Accept', 'Accept-Language'])
    }
  })

  it.each([
    '/v1',
    '/v1/',
    '/v1/diagnoses/batch/1',
    '/v1/error-items/duplicate-name/articles',
    '/v2/diagnoses',
  ])('is not-found at %s, whatever the method', async (address) => {
    for (const method of ['get', 'post', 'delete', 'head', 'options', 'trace'] as const) {
      expect((await api.ask(method, address)).status).toBe(404)
    }
  })
})

describe('the methods that every address has', () => {
  const addresses = Object.keys(contract.paths).map((path) => path.replace('{slug}', 'duplicate-name'))
  const readable = everyOperation
    .filter(({ method }) => method === 'get')
    .map(({ template }) => template.replace('{slug}', 'duplicate-name'))

  it.each(addresses)('OPTIONS tells the others: %s', async (address) => {
    const answer = await api.ask('options', address)
    expect(answer.status).toBe(204)
    expect(answer.text).toBe('')
    expect(answer.headers.allow).toMatch(/^(?:(?:GET|HEAD|POST|PUT|PATCH|DELETE), )+OPTIONS$/u)
  })

  it.each(addresses)('TRACE is none of them: %s', async (address) => {
    const answer = await api.ask('trace', address, { headers: { Cookie: 'secret' } })
    expect(answer.status).toBe(405)
    expect(answer.text).not.toContain('secret')
  })

  it.each([...readable, '/v1/error-items/no-such-item', '/v1/error-items?lang=de', '/v1/nothing'])(
    'HEAD answers as GET does, without a body: %s',
    async (address) => {
      const lasting = ({ headers }: Answer) => ({ ...headers, date: '', 'x-request-id': '', etag: '' })
      const [get, head] = [await api.get(address), await api.ask('head', address)]
      expect(head.status).toBe(get.status)
      expect(head.text).toBe('')
      expect(lasting(head)).toEqual(lasting(get))
      expect(Number(head.headers['content-length'])).toBe(Buffer.byteLength(get.text))
    },
  )

  it.each(['/v1/diagnoses', '/v1/diagnoses/batch'])('HEAD is none where GET is none: %s', async (address) => {
    const answer = await api.ask('head', address)
    expect(answer.status).toBe(405)
    expect(answer.headers.allow).toBe('POST, OPTIONS')
  })
})

describe('the security headers', () => {
  const policyOf = (headers: Headers) =>
    new Map(
      headers['content-security-policy']?.split(';').map((directive) => {
        const [name = '', ...sources] = directive.trim().split(' ')
        return [name, sources] as const
      }),
    )

  it.each([
    '/',
    '/errors',
    '/livez',
    '/v1/error-items',
    '/v1/nothing',
    '/nothing',
    '/openapi.json',
    '/static/style.css',
  ])('come with %s, and allow nothing that stands in a page itself', async (address) => {
    const headers = (await pages.get(address)).headers
    expect(headers).toMatchObject({
      'x-content-type-options': 'nosniff',
      'referrer-policy': 'same-origin',
      'cross-origin-opener-policy': 'same-origin',
      'x-frame-options': expect.stringMatching(/^(?:SAMEORIGIN|DENY)$/u),
    })
    expect(headers).not.toHaveProperty('x-powered-by')
    expect(headers['content-security-policy']).not.toContain('unsafe-')
    const policy = policyOf(headers)
    expect(policy.get('default-src')).toEqual(["'none'"])
    expect(policy.get('script-src')).toEqual(["'self'"])
    expect(policy.get('style-src')).toEqual(["'self'"])
    expect(policy.get('frame-ancestors')).toEqual(["'none'"])
  })

  it('allow styles in the page of the API’s documentation, and no scripts', async () => {
    const policy = policyOf((await pages.get('/docs/')).headers)
    expect(policy.get('style-src')).toEqual(["'self'", "'unsafe-inline'"])
    expect(policy.get('script-src')).toEqual(["'self'"])
  })

  it('call for HTTPS where callers reach us by it, and only there', async () => {
    const secure = await startService({ PUBLIC_URL: 'https://sync.example.com' })
    const overHttps = (await secure.api.get('/livez')).headers
    expect(overHttps['strict-transport-security']).toMatch(/max-age=\d{7,}/u)
    expect(policyOf(overHttps).has('upgrade-insecure-requests')).toBe(true)
    const overHttp = (await api.get('/livez')).headers
    expect(overHttp).not.toHaveProperty('strict-transport-security')
    expect(policyOf(overHttp).has('upgrade-insecure-requests')).toBe(false)
  })
})
