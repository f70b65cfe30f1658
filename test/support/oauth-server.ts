import { afterAll } from '@jest/globals'
import { randomBytes } from 'node:crypto'
import { once } from 'node:events'
import { createServer, type IncomingMessage, type ServerResponse } from 'node:http'
import { text as textOf } from 'node:stream/consumers'

/** What the server does with the next call for tokens, in place of answering as it should. */
export type Misbehaviour =
  /** It renews, and the answer is lost. */
  | 'renew-then-drop'
  | 'drop-before'
  | 'half-answer'
  | 'hang'
  /** The answer comes byte by byte, and never ends. */
  | 'drip'
  | { readonly status: number; readonly body: string; readonly headers?: Record<string, string> }

interface Grant {
  /** The tokens it gave, which it takes until one of them is used. */
  former: string | undefined
  current: string
  access: string
}

const opened: { readonly close: () => Promise<void> }[] = []

afterAll(() => Promise.all(opened.map(({ close }) => close())))

const HOUR = 3_600
const DAY = 24 * HOUR

/** A stand-in for Intuit's OAuth 2 server, on a port of its own, with all that was sent to it. */
export async function startOAuthServer() {
  const codes = new Set<string>()
  const grants: Grant[] = []
  const next: Misbehaviour[] = []
  const calls: {
    readonly path: string
    readonly body: string
    readonly headers: IncomingMessage['headers']
  }[] = []
  const secrets: string[] = []
  const settings = { honoursFormer: true, millisecondsPerCall: 0, expiresIn: HOUR, tellsHardLimit: true }
  const newToken = (kind: string) => {
    const token = `${kind}-canary-${randomBytes(12).toString('hex')}`
    secrets.push(token)
    return token
  }

  function grantOf(refreshToken: string): Grant | undefined {
    const grant = grants.find(({ current, former }) => current === refreshToken || former === refreshToken)
    if (grant === undefined) return undefined
    // From now on only what this use brings, and the token that brought it.
    grant.former = settings.honoursFormer ? refreshToken : undefined
    grant.current = newToken('refresh')
    grant.access = newToken('access')
    return grant
  }

  function renew(body: URLSearchParams): Grant | string {
    if (body.get('grant_type') === 'authorization_code') {
      if (!codes.delete(body.get('code') ?? '')) return 'invalid_grant'
      const grant = { former: undefined, current: newToken('refresh'), access: newToken('access') }
      grants.push(grant)
      return grant
    }
    return grantOf(body.get('refresh_token') ?? '') ?? 'invalid_grant'
  }

  function answerTokens(response: ServerResponse, body: string, hard: boolean, misbehaviour?: Misbehaviour) {
    if (typeof misbehaviour === 'object') {
      response.writeHead(misbehaviour.status, misbehaviour.headers).end(misbehaviour.body)
      return
    }
    if (misbehaviour === 'drop-before') return response.destroy()
    if (misbehaviour === 'hang') return
    const renewed = renew(new URLSearchParams(body))
    if (misbehaviour === 'renew-then-drop') return response.destroy()
    if (typeof renewed === 'string') {
      sendJson(response, 400, { error: renewed })
      return
    }
    const json = {
      token_type: 'bearer',
      access_token: renewed.access,
      refresh_token: renewed.current,
      expires_in: settings.expiresIn,
      x_refresh_token_expires_in: 101 * DAY,
      ...(hard && settings.tellsHardLimit && { x_refresh_token_hard_expires_in: 1_825 * DAY }),
    }
    const text = JSON.stringify(json)
    if (misbehaviour === 'half-answer') {
      response.writeHead(200, { 'Content-Type': 'application/json', 'Content-Length': text.length })
      response.write(text.slice(0, text.length / 2), () => response.destroy())
      return
    }
    if (misbehaviour === 'drip') {
      response.writeHead(200, { 'Content-Type': 'application/json' })
      const timer = setInterval(() => response.write(' '), 20)
      response.on('close', () => clearInterval(timer))
      return
    }
    sendJson(response, 200, json)
  }

  async function answer(request: IncomingMessage, response: ServerResponse) {
    const body = await textOf(request)
    const { pathname } = new URL(request.url ?? '/', url)
    if (pathname === '/.well-known/openid_sandbox_configuration') {
      calls.push({ path: pathname, body, headers: request.headers })
      sendJson(response, 200, {
        authorization_endpoint: `${url}/connect/oauth2`,
        token_endpoint: `${url}/oauth2/v1/tokens/bearer`,
        revocation_endpoint: `${url}/v2/oauth2/tokens/revoke`,
        userinfo_endpoint: `${url}/v1/openid_connect/userinfo`,
      })
      return
    }
    calls.push({ path: pathname, body, headers: request.headers })
    if (pathname === '/v2/oauth2/tokens/revoke') {
      sendJson(response, 200, {})
      return
    }
    const later = () =>
      answerTokens(
        response,
        body,
        request.headers['x-include-refresh-token-hard-expires-in'] === 'true',
        next.shift(),
      )
    if (settings.millisecondsPerCall === 0) later()
    else setTimeout(later, settings.millisecondsPerCall)
  }

  const server = createServer((request, response) => void answer(request, response))
  server.listen(0, '127.0.0.1')
  await once(server, 'listening')
  const address = server.address()
  if (address === null || typeof address === 'string') throw new Error('The server has no port.')
  const url = `http://127.0.0.1:${address.port}`
  const close = async () => {
    if (!server.listening) return
    const closed = once(server, 'close')
    server.close()
    server.closeAllConnections()
    await closed
  }
  opened.push({ close })

  return {
    url,
    discoveryUrl: `${url}/.well-known/openid_sandbox_configuration`,
    settings,
    /** All that was sent, in order. */
    calls,
    /** How often tokens were asked for with this kind of grant. */
    asked: (grantType: 'refresh_token' | 'authorization_code') =>
      calls.filter(({ body }) => new URLSearchParams(body).get('grant_type') === grantType).length,
    revoked: () =>
      calls
        .filter(({ path }) => path === '/v2/oauth2/tokens/revoke')
        .map(({ body }) => (JSON.parse(body) as { readonly token: string }).token),
    /** Every token and code it ever gave. */
    secrets,
    newCode: () => {
      const code = newToken('code')
      codes.add(code)
      return code
    },
    /** Whether an access token is one that was given last. */
    takes: (accessToken: string) => grants.some(({ access }) => access === accessToken),
    /** A person takes the connection away, in QuickBooks. */
    forgetGrants: () => grants.splice(0),
    misbehave: (...misbehaviours: readonly Misbehaviour[]) => next.push(...misbehaviours),
    close,
  }
}

export type OAuthServer = Awaited<ReturnType<typeof startOAuthServer>>

function sendJson(response: ServerResponse, status: number, body: unknown): void {
  response.writeHead(status, { 'Content-Type': 'application/json', intuit_tid: '1-test' })
  response.end(JSON.stringify(body))
}
