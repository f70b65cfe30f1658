import { beforeEach, describe, expect, it } from '@jest/globals'
import { inspect } from 'node:util'
import { createIntuitOAuth } from '../../../src/quickbooks/connection/intuit-oauth-client.ts'
import { stoppedClock } from '../../support/clock.ts'
import { type Misbehaviour, type OAuthServer, startOAuthServer } from '../../support/oauth-server.ts'

const { now } = stoppedClock('2026-03-09T12:00:00.000Z')
const CLIENT_SECRET = 'client-secret-canary'

let server: OAuthServer
beforeEach(async () => {
  server = await startOAuthServer()
})

function oauthOf({ discoveryUrl }: Pick<OAuthServer, 'discoveryUrl'>, timeoutMilliseconds = 10_000) {
  const app = {
    clientId: 'client-1',
    clientSecret: CLIENT_SECRET,
    redirectUri: 'http://127.0.0.1:3000/oauth/callback',
    environment: 'sandbox' as const,
    discoveryUrl,
  }
  return createIntuitOAuth({ app, now, timeoutMilliseconds })
}

async function tokensOf(oauth = oauthOf(server)) {
  const exchanged = await oauth.exchange(server.newCode())
  if (exchanged.outcome !== 'tokens') throw new Error(exchanged.outcome)
  return exchanged.tokens
}

describe('Intuit’s OAuth 2 server', () => {
  it('is where its discovery document says, which is read once', async () => {
    const oauth = oauthOf(server)
    await Promise.all([oauth.authorizeUrl('one'), oauth.authorizeUrl('two'), tokensOf(oauth)])
    expect(server.calls.filter(({ path }) => path.startsWith('/.well-known'))).toHaveLength(1)
  })

  it('is asked for agreement with our state, and nothing secret', async () => {
    const url = new URL((await oauthOf(server).authorizeUrl('our state &=#')) ?? '')
    expect(url.origin + url.pathname).toBe(`${server.url}/connect/oauth2`)
    expect(Object.fromEntries(url.searchParams)).toEqual({
      client_id: 'client-1',
      redirect_uri: 'http://127.0.0.1:3000/oauth/callback',
      response_type: 'code',
      scope: 'com.intuit.quickbooks.accounting',
      state: 'our state &=#',
    })
    expect(url.href).not.toContain(CLIENT_SECRET)
  })

  it('gives tokens for a code, and says how long they last', async () => {
    expect(await tokensOf()).toEqual({
      accessToken: expect.stringContaining('access-canary'),
      refreshToken: expect.stringContaining('refresh-canary'),
      accessExpiresAt: '2026-03-09T13:00:00.000Z',
      refreshExpiresAt: '2026-06-18T12:00:00.000Z',
      hardExpiresAt: '2031-03-08T12:00:00.000Z',
    })
    const { body, headers } = server.calls.at(-1) ?? { body: '', headers: {} }
    expect(Object.fromEntries(new URLSearchParams(body))).toMatchObject({
      grant_type: 'authorization_code',
      redirect_uri: 'http://127.0.0.1:3000/oauth/callback',
    })
    expect(headers.authorization).toBe(`Basic ${Buffer.from(`client-1:${CLIENT_SECRET}`).toString('base64')}`)
  })

  it('takes a code whatever characters it has', async () => {
    await oauthOf(server).exchange('a+b &c=d%20é')
    expect(new URLSearchParams(server.calls.at(-1)?.body).get('code')).toBe('a+b &c=d%20é')
  })

  it('may leave out when the connection ends for good', async () => {
    server.settings.tellsHardLimit = false
    expect((await tokensOf()).hardExpiresAt).toBeNull()
  })

  it('gives other tokens for a refresh token', async () => {
    const first = await tokensOf()
    const renewed = await oauthOf(server).refresh(first.refreshToken)
    expect(renewed).toMatchObject({ outcome: 'tokens' })
    expect(renewed).not.toMatchObject({ tokens: { refreshToken: first.refreshToken } })
  })

  it('takes tokens back', async () => {
    const { refreshToken } = await tokensOf()
    expect(await oauthOf(server).revoke(refreshToken)).toBe(true)
    expect(server.revoked()).toEqual([refreshToken])
  })

  it.each<readonly [string, Misbehaviour, object]>([
    [
      'a refusal',
      { status: 400, body: '{"error":"invalid_grant"}', headers: jsonType() },
      refused('invalid_grant'),
    ],
    [
      'a refusal of the client',
      { status: 401, body: '{"error":"invalid_client"}', headers: jsonType() },
      refused('invalid_client'),
    ],
    ['a refusal in other words', { status: 403, body: '<html>' }, refused('http_403')],
    [
      'a refusal that tells too much',
      { status: 400, body: '{"error":"Refresh token not found: canary-1"}', headers: jsonType() },
      refused('http_400'),
    ],
    ['a way elsewhere', { status: 302, body: '', headers: { Location: '/elsewhere' } }, refused('http_302')],
    ['too many calls', { status: 429, body: '' }, { outcome: 'unreachable' }],
    ['a gateway’s error', { status: 502, body: '<html>' }, { outcome: 'lost' }],
    [
      'an error of its own',
      { status: 500, body: '{"error":"server_error"}', headers: jsonType() },
      { outcome: 'lost' },
    ],
    ['a page in place of tokens', { status: 200, body: '<html>' }, { outcome: 'lost' }],
    [
      'tokens without all that belongs to them',
      { status: 200, body: '{"access_token":"canary"}', headers: jsonType() },
      { outcome: 'lost' },
    ],
    ['an answer without end', { status: 200, body: 'x'.repeat(1_000_000) }, { outcome: 'lost' }],
    ['a lost answer', 'renew-then-drop', { outcome: 'lost' }],
    ['a lost question', 'drop-before', { outcome: 'lost' }],
    ['half an answer', 'half-answer', { outcome: 'lost' }],
  ])('is asked once, and %s is told as it is', async (_, misbehaviour, outcome) => {
    const { refreshToken } = await tokensOf()
    server.misbehave(misbehaviour)
    expect(await oauthOf(server).refresh(refreshToken)).toEqual(outcome)
    expect(server.asked('refresh_token')).toBe(1)
    expect(server.calls.map(({ path }) => path)).not.toContain('/elsewhere')
  })

  it.each(['hang', 'drip'] as const)('is not waited for without end: %s', async (misbehaviour) => {
    const { refreshToken } = await tokensOf()
    server.misbehave(misbehaviour)
    expect(await oauthOf(server, 300).refresh(refreshToken)).toEqual({ outcome: 'lost' })
    expect(server.asked('refresh_token')).toBe(1)
  })

  it('may not be there', async () => {
    const oauth = oauthOf(server)
    await oauth.authorizeUrl('state')
    await server.close()
    expect(await oauth.refresh('any')).toEqual({ outcome: 'unreachable' })
    expect(await oauth.revoke('any')).toBe(false)
  })

  it('is looked for again where its discovery document could not be read', async () => {
    const oauth = oauthOf({ discoveryUrl: `${server.url}/nowhere` })
    expect(await oauth.authorizeUrl('state')).toBeUndefined()
    expect(await oauth.refresh('any')).toEqual({ outcome: 'unreachable' })
    expect(server.asked('refresh_token')).toBe(0)
    expect(server.calls.filter(({ path }) => path === '/nowhere')).toHaveLength(2)
  })

  it('is another for each app of one process', async () => {
    const other = await startOAuthServer()
    const [one, two] = [oauthOf(server), oauthOf(other)]
    await Promise.all([one.authorizeUrl('x'), two.authorizeUrl('x')])
    const [url] = await Promise.all([one.authorizeUrl('x'), one.exchange('x'), two.exchange('x')])
    expect(url).toContain(server.url)
    expect([server.asked('authorization_code'), other.asked('authorization_code')]).toEqual([1, 1])
  })

  it('leaves no secret in what is told of it', async () => {
    const oauth = oauthOf(server)
    const { refreshToken } = await tokensOf(oauth)
    const outcomes: unknown[] = []
    for (const misbehaviour of ['renew-then-drop', 'half-answer', 'drop-before'] as const) {
      server.misbehave(misbehaviour)
      outcomes.push(await oauth.refresh(refreshToken))
    }
    outcomes.push(await oauth.exchange('code-canary-x'), oauth)
    const told = inspect(outcomes, { depth: 9, showHidden: true })
    expect(told).not.toContain('canary')
  })
})

function jsonType() {
  return { 'Content-Type': 'application/json' }
}

function refused(error: string) {
  return { outcome: 'refused', error }
}
