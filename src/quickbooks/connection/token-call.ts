import OAuthClient from 'intuit-oauth'
import { z } from 'zod'

/** What Intuit answered to one call, or why there is no answer. */
export type Seen =
  { readonly status: number; readonly body: unknown } | { readonly failed: 'not-sent' | 'no-answer' }

interface Needs {
  readonly environment: 'sandbox' | 'production'
  readonly clientId: string
  readonly clientSecret: string
  readonly redirectUri: string
  /** From sending to the answer's last byte. */
  readonly timeoutMilliseconds: number
}

const MAX_ANSWER_BYTES = 64 * 1024

const responseForm = z.object({ status: z.number(), data: z.unknown() })

/** Errors of connections that never came about. */
const NOT_SENT = new Set(['ECONNREFUSED', 'ENOTFOUND', 'EAI_AGAIN', 'EHOSTUNREACH', 'ENETUNREACH'])

/**
 * The client of intuit-oauth for one call for tokens: it has no time limit of its own, and sends what failed again, with a
 * refresh token that may be used up by then. What it throws holds secrets, and less than what was seen.
 */
export class TokenCall extends OAuthClient {
  #seen: Seen = { failed: 'not-sent' }
  readonly #timeoutMilliseconds: number

  constructor({ timeoutMilliseconds, ...client }: Needs) {
    super({ ...client, logging: false, includeRefreshTokenHardExpiresIn: true })
    this.#timeoutMilliseconds = timeoutMilliseconds
  }

  /** What came of this call; the library's own verdict is not asked for. */
  async seen(call: (client: OAuthClient) => Promise<unknown>): Promise<Seen> {
    await call(this).catch(() => undefined)
    return this.#seen
  }

  override async loadResponse(request: object): Promise<unknown> {
    try {
      const response: unknown = await super.loadResponse({
        ...request,
        maxRedirects: 0,
        maxContentLength: MAX_ANSWER_BYTES,
        signal: AbortSignal.timeout(this.#timeoutMilliseconds),
        validateStatus: () => true,
      })
      this.#seen = answerOf(response)
      return response
    } catch (error) {
      this.#seen = { failed: wasNotSent(error) ? 'not-sent' : 'no-answer' }
      throw error
    }
  }

  override shouldRetry(): boolean {
    return false
  }
}

function answerOf(response: unknown): Seen {
  const { status, data: body } = responseForm.parse(response)
  return { status, body }
}

function wasNotSent(error: unknown): boolean {
  const code = typeof error === 'object' && error !== null && 'code' in error ? error.code : undefined
  return typeof code === 'string' && NOT_SENT.has(code)
}
