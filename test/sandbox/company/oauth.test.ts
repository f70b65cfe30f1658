import { beforeAll, describe, expect, test } from '@jest/globals'
import { readdir, readFile, mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { basicOf, type Sandbox, startSandbox } from '../../support/sandbox.ts'

const REDIRECT = 'http://127.0.0.1:9/oauth/callback'
const MINUTE = 60_000

let time = Date.parse('2026-03-02T12:00:00Z')
let sandbox: Sandbox
beforeAll(async () => {
  sandbox = await startSandbox({ now: () => new Date(time) })
})

const authorizeUrl = (changes: Readonly<Record<string, string>> = {}) =>
  `${sandbox.url}/connect/oauth2?${new URLSearchParams({
    client_id: sandbox.address.clientId,
    redirect_uri: REDIRECT,
    response_type: 'code',
    scope: 'com.intuit.quickbooks.accounting',
    state: 'st&te',
    ...changes,
  }).toString()}`

/** Presses a button of the authorize page; answers where the browser is sent. */
async function decide(decision: 'connect' | 'cancel'): Promise<URL> {
  const page = await (await fetch(authorizeUrl())).text()
  const fields = new URLSearchParams({ decision, realmId: sandbox.address.realmId })
  for (const [, name = '', value = ''] of page.matchAll(
    /<input type="hidden" name="(\w+)" value="([^"]*)"/gu,
  )) {
    fields.set(name, value.replaceAll('&amp;', '&'))
  }
  const answer = await fetch(`${sandbox.url}/connect/oauth2`, {
    method: 'POST',
    body: fields,
    redirect: 'manual',
  })
  expect(answer.status).toBe(302)
  return new URL(answer.headers.get('location') ?? '')
}

interface TokenAnswer {
  readonly status: number
  readonly headers: Headers
  readonly body: Readonly<Partial<Record<string, string | number>>>
}

async function token(
  form: Readonly<Record<string, string>>,
  headers: Readonly<Record<string, string>> = { Authorization: basicOf(sandbox.address) },
): Promise<TokenAnswer> {
  const answer = await fetch(`${sandbox.url}/oauth2/v1/tokens/bearer`, {
    method: 'POST',
    headers,
    body: new URLSearchParams(form),
  })
  return {
    status: answer.status,
    headers: answer.headers,
    body: (await answer.json()) as TokenAnswer['body'],
  }
}

const exchange = (code: string) => token({ grant_type: 'authorization_code', code, redirect_uri: REDIRECT })
const refresh = (refreshToken: unknown) =>
  token({ grant_type: 'refresh_token', refresh_token: String(refreshToken) })
const companyInfo = (accessToken: unknown) =>
  sandbox.call(`/companyinfo/${sandbox.address.realmId}`, {
    headers: { Authorization: `Bearer ${String(accessToken)}` },
  })

describe('discovery', () => {
  test('tells the addresses that clients look for', async () => {
    const { url } = sandbox
    const answer = await fetch(sandbox.address.discoveryUrl)
    expect(await answer.json()).toMatchObject({
      authorization_endpoint: `${url}/connect/oauth2`,
      token_endpoint: `${url}/oauth2/v1/tokens/bearer`,
      userinfo_endpoint: `${url}/v1/openid_connect/userinfo`,
      revocation_endpoint: `${url}/v2/oauth2/tokens/revoke`,
      issuer: expect.any(String),
      jwks_uri: expect.any(String),
    })
    expect(answer.headers.get('intuit_tid')).toMatch(/^1-[\da-f]{8}-[\da-f]{24}$/u)
  })
})

describe('the authorize page', () => {
  test.each([
    ['en', 'Sandbox, not QuickBooks', 'Connect', 'Cancel'],
    ['fr-CA', 'Bac à sable, pas QuickBooks', 'Connecter', 'Annuler'],
  ])('says in %s what it is, and has two buttons', async (language, ...words) => {
    const answer = await fetch(authorizeUrl(), { headers: { 'Accept-Language': language } })
    const page = await answer.text()
    expect(answer.status).toBe(200)
    for (const word of words) expect(page).toContain(word)
    expect(answer.headers.get('content-security-policy')).toContain('form-action')
  })

  test('sends back a code, the state and the company', async () => {
    const back = await decide('connect')
    expect(back.href.startsWith(REDIRECT)).toBe(true)
    expect(back.searchParams.get('state')).toBe('st&te')
    expect(back.searchParams.get('realmId')).toBe(sandbox.address.realmId)
    expect(back.searchParams.get('code')).not.toBe('')
  })

  test('sends back that access was denied', async () => {
    const back = await decide('cancel')
    expect(back.searchParams.get('error')).toBe('access_denied')
    expect(back.searchParams.get('state')).toBe('st&te')
    expect(back.searchParams.has('code')).toBe(false)
  })

  test.each([
    ['an unknown client', { client_id: 'somebody' }],
    ['no address to go back to', { redirect_uri: '' }],
    ['an address that is no web page', { redirect_uri: 'javascript:alert(1)' }],
    ['another kind of answer', { response_type: 'token' }],
  ])('sends nobody anywhere for %s', async (_what, changes) => {
    const answer = await fetch(authorizeUrl(changes), { redirect: 'manual' })
    expect(answer.status).toBe(400)
    expect(answer.headers.get('content-type')).toContain('text/html')
  })

  test('sends nobody to an address that is not registered', async () => {
    const strict = await startSandbox({ redirectUris: ['http://127.0.0.1:8/oauth/callback'] })
    const answer = await fetch(authorizeUrl().replace(sandbox.url, strict.url), { redirect: 'manual' })
    expect(answer.status).toBe(400)
    expect(answer.headers.has('location')).toBe(false)
  })

  test('takes no decision from a page of another site', async () => {
    const fields = new URLSearchParams(new URL(authorizeUrl()).search)
    fields.set('decision', 'connect')
    fields.set('realmId', sandbox.address.realmId)
    const answer = await fetch(`${sandbox.url}/connect/oauth2`, {
      method: 'POST',
      headers: { 'Sec-Fetch-Site': 'cross-site' },
      body: fields,
      redirect: 'manual',
    })
    expect(answer.status).toBe(400)
  })

  test('connects no company that is not there', async () => {
    const fields = new URLSearchParams(new URL(authorizeUrl()).search)
    fields.set('decision', 'connect')
    fields.set('realmId', '1')
    const answer = await fetch(`${sandbox.url}/connect/oauth2`, {
      method: 'POST',
      body: fields,
      redirect: 'manual',
    })
    expect(answer.status).toBe(400)
  })
})

describe('a code', () => {
  test('is exchanged once', async () => {
    const code = (await decide('connect')).searchParams.get('code') ?? ''
    const first = await exchange(code)
    expect(first).toMatchObject({
      status: 200,
      body: {
        token_type: 'bearer',
        expires_in: 3600,
        x_refresh_token_expires_in: 8_726_400,
        access_token: expect.any(String),
        refresh_token: expect.any(String),
      },
    })
    expect(first.body).not.toHaveProperty('x_refresh_token_hard_expires_in')
    expect(first.headers.get('intuit_tid')).not.toBeNull()
    expect((await companyInfo(first.body.access_token)).status).toBe(200)
    expect(await exchange(code)).toMatchObject({ status: 400, body: { error: 'invalid_grant' } })
  })

  test('dies after five minutes', async () => {
    const code = (await decide('connect')).searchParams.get('code') ?? ''
    time += 5 * MINUTE
    expect((await exchange(code)).body).toEqual({ error: 'invalid_grant' })
  })

  test('is good only for the address it was sent to', async () => {
    const code = (await decide('connect')).searchParams.get('code') ?? ''
    const form = { grant_type: 'authorization_code', code, redirect_uri: 'http://127.0.0.1:9/elsewhere' }
    expect((await token(form)).body).toEqual({ error: 'invalid_grant' })
  })
})

describe('the token endpoint', () => {
  test.each([
    ['no client', {}],
    ['a wrong secret', { Authorization: `Basic ${Buffer.from('a:b').toString('base64')}` }],
  ])('refuses %s', async (_what, headers) => {
    const answer = await token({ grant_type: 'refresh_token', refresh_token: 'x' }, headers)
    expect(answer).toMatchObject({ status: 401, body: { error: 'invalid_client' } })
  })

  test.each([
    [{ grant_type: 'password' }, 'unsupported_grant_type'],
    [{ grant_type: 'refresh_token' }, 'invalid_request'],
    [{ grant_type: 'authorization_code', code: 'x' }, 'invalid_request'],
    [{ none: 'x' }, 'invalid_request'],
  ])('refuses %j', async (form, error) => {
    expect(await token(form as unknown as Record<string, string>)).toMatchObject({
      status: 400,
      body: { error },
    })
  })

  test('tells the five years when it is asked to', async () => {
    const headers = {
      Authorization: basicOf(sandbox.address),
      'x-include-refresh-token-hard-expires-in': 'true',
    }
    const { refreshToken } = sandbox.company.address()
    const answer = await token({ grant_type: 'refresh_token', refresh_token: refreshToken }, headers)
    expect(answer.body.x_refresh_token_hard_expires_in).toBe(5 * 365 * 24 * 60 * 60)
  })
})

describe('a refresh token', () => {
  const fresh = () => sandbox.company.address().refreshToken

  test('is followed by another with each refresh', async () => {
    const first = fresh()
    const second = (await refresh(first)).body.refresh_token
    const third = (await refresh(second)).body.refresh_token
    expect(new Set([first, second, third]).size).toBe(3)
  })

  test('is honoured until the new one is used', async () => {
    const former = fresh()
    const lost = (await refresh(former)).body.refresh_token
    const again = await refresh(former)
    expect(again.status).toBe(200)
    expect((await refresh(again.body.refresh_token)).status).toBe(200)
    const dead = { status: 400, body: { error: 'invalid_grant', error_description: expect.any(String) } }
    expect(await refresh(former)).toMatchObject(dead)
    expect(await refresh(lost)).toMatchObject(dead)
  })

  test('dies at once by the knob, whether there is a new one already or not', async () => {
    const [used, unused] = [fresh(), fresh()]
    await refresh(used)
    await sandbox.setKnob({ knob: 'kill-former-refresh-token' })
    expect((await refresh(used)).status).toBe(400)
    expect((await refresh(unused)).status).toBe(200)
    expect((await refresh(unused)).status).toBe(400)
    await fetch(`${sandbox.url}/_sandbox/knobs`, { method: 'DELETE' })
  })

  test('is rotated though the answer is lost', async () => {
    const former = fresh()
    await sandbox.setKnob({ knob: 'lose-refresh-answer' })
    const before = await countOf('refreshes')
    await expect(refresh(former)).rejects.toThrow()
    expect(await countOf('refreshes')).toBe(before + 1)
    expect((await refresh(former)).status).toBe(200)
  })

  test('dies a hundred and one days after the last refresh', async () => {
    const unused = fresh()
    time += 8_726_400_000
    expect((await refresh(unused)).body.error).toBe('invalid_grant')
  })

  test('dies five years after the owner agreed, however often it was refreshed', async () => {
    let current: unknown = fresh()
    for (let quarter = 0; quarter < 20; quarter += 1) {
      time += 90 * 24 * 60 * MINUTE
      current = (await refresh(current)).body.refresh_token
    }
    time += 25 * 24 * 60 * MINUTE
    expect((await refresh(current)).body.error).toBe('invalid_grant')
  })
})

describe('an access token', () => {
  const access = async () => (await refresh(sandbox.company.address().refreshToken)).body.access_token

  test('expires after an hour', async () => {
    const accessToken = await access()
    time += 59 * MINUTE
    expect((await companyInfo(accessToken)).status).toBe(200)
    time += MINUTE
    const answer = await companyInfo(accessToken)
    expect(answer.status).toBe(401)
    expect(await answer.json()).toMatchObject({
      fault: { error: [{ code: '3200', detail: `Token expired: ${String(accessToken)}` }] },
    })
  })

  test('expires at once by the knob', async () => {
    const accessToken = await access()
    await sandbox.setKnob({ knob: 'expire-access-tokens' })
    expect((await companyInfo(accessToken)).status).toBe(401)
  })

  test('tells who agreed', async () => {
    const ask = (accessToken: unknown) =>
      fetch(`${sandbox.url}/v1/openid_connect/userinfo`, {
        headers: { Authorization: `Bearer ${String(accessToken)}` },
      })
    expect((await ask(await access())).status).toBe(200)
    expect((await ask('x'.repeat(100))).status).toBe(401)
  })
})

describe('revocation', () => {
  const revoke = (body: string, type: string) =>
    fetch(`${sandbox.url}/v2/oauth2/tokens/revoke`, {
      method: 'POST',
      headers: { Authorization: basicOf(sandbox.address), 'Content-Type': type },
      body,
    })

  test.each(['refresh_token', 'access_token'] as const)('by the %s ends both', async (which) => {
    const { body } = await refresh(sandbox.company.address().refreshToken)
    const answer = await revoke(JSON.stringify({ token: body[which] }), 'application/json')
    expect(answer.status).toBe(200)
    expect((await companyInfo(body.access_token)).status).toBe(401)
    expect((await refresh(body.refresh_token)).body.error).toBe('invalid_grant')
  })

  test('takes a form too, and refuses what it does not know', async () => {
    const { refreshToken } = sandbox.company.address()
    const form = new URLSearchParams({ token: refreshToken }).toString()
    expect((await revoke(form, 'application/x-www-form-urlencoded')).status).toBe(200)
    expect((await revoke(form, 'application/x-www-form-urlencoded')).status).toBe(400)
    expect((await revoke('{', 'application/json')).status).toBe(400)
  })
})

test('no token stands in the files, and tokens outlive a restart', async () => {
  const folder = await mkdtemp(path.join(tmpdir(), 'syncdoctor-'))
  try {
    const first = await startSandbox({ folder })
    const { accessToken, address } = first
    const bytes = async () =>
      Buffer.concat(
        await Promise.all((await readdir(folder)).map((name) => readFile(path.join(folder, name)))),
      )
    for (const secret of [accessToken, address.refreshToken]) {
      expect((await bytes()).includes(secret)).toBe(false)
    }
    await first.stop()
    const second = await startSandbox({ folder })
    const answer = await second.call(`/companyinfo/${address.realmId}`, {
      headers: { Authorization: `Bearer ${accessToken}` },
    })
    expect(answer.status).toBe(200)
    await second.stop()
  } finally {
    await rm(folder, { recursive: true, force: true })
  }
})

async function countOf(name: string): Promise<number> {
  const counts: unknown = await (await fetch(`${sandbox.url}/_sandbox/counts`)).json()
  return (counts as Readonly<Record<string, number>>)[name] ?? 0
}
