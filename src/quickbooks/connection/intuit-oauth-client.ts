import type OAuthClient from 'intuit-oauth'
import type { OAuth, TokenOutcome } from './oauth.ts'
import { type Endpoints, readDiscovery } from './read-discovery.ts'
import { readTokenAnswer } from './read-token-answer.ts'
import type { Seen } from './token-call.ts'

export interface IntuitApp {
  readonly clientId: string
  readonly clientSecret: string
  /** As it is registered with Intuit, to the letter. */
  readonly redirectUri: string
  readonly environment: 'sandbox' | 'production'
  /** By default Intuit's, of the environment. */
  readonly discoveryUrl?: string | undefined
}

interface Needs {
  readonly app: IntuitApp
  readonly now: () => Date
  readonly timeoutMilliseconds?: number
}

/** Intuit's OpenID Connect guide names these two. */
const DISCOVERY = {
  sandbox: 'https://developer.api.intuit.com/.well-known/openid_sandbox_configuration',
  production: 'https://developer.api.intuit.com/.well-known/openid_configuration',
} as const

const SCOPE = 'com.intuit.quickbooks.accounting'

/** Intuit's OAuth 2 server through intuit-oauth. Its discovery document is read once, when it is first needed. */
export function createIntuitOAuth({ app, now, timeoutMilliseconds = 20_000 }: Needs): OAuth {
  const discoveryUrl = app.discoveryUrl ?? DISCOVERY[app.environment]
  let known: Promise<Endpoints | undefined> | undefined

  async function endpoints(): Promise<Endpoints | undefined> {
    known ??= readDiscovery(discoveryUrl, timeoutMilliseconds)
    const found = await known
    if (found === undefined) known = undefined
    return found
  }

  /** A client for one call; undefined: Intuit cannot be reached. */
  async function client() {
    const at = await endpoints()
    if (at === undefined) return undefined
    // Loaded when it is needed: most commands never need it, and it brings much with it.
    const { TokenCall } = await import('./token-call.ts')
    const call = new TokenCall({ ...app, timeoutMilliseconds })
    // The library keeps the addresses for the whole process, and reads them before it first waits.
    return { call, at: <T>(use: (client: OAuthClient) => T): T => use(call.setAuthorizeURLs(at)) }
  }

  async function seen(use: (client: OAuthClient) => Promise<unknown>): Promise<Seen> {
    const one = await client()
    return one === undefined ? { failed: 'not-sent' } : one.call.seen(() => one.at(use))
  }

  async function tokens(use: (client: OAuthClient) => Promise<unknown>): Promise<TokenOutcome> {
    const sentAt = now()
    return readTokenAnswer(await seen(use), sentAt)
  }

  return {
    authorizeUrl: async (state) => (await client())?.at((one) => one.authorizeUri({ scope: SCOPE, state })),

    exchange: (code) => tokens((one) => one.createToken(`?${new URLSearchParams({ code }).toString()}`)),

    refresh: (refreshToken) => tokens((one) => one.refreshUsingToken(refreshToken)),

    async revoke(refreshToken) {
      const answer = await seen((one) => one.revoke({ refresh_token: refreshToken }))
      return 'status' in answer && answer.status >= 200 && answer.status < 300
    },
  }
}
