import express, { type Request, type Response, Router } from 'express'
import { deliver } from '../knobs/deliver.ts'
import type { Knobs } from '../knobs/knobs.ts'
import type { Answer, SentAnswer } from '../v3/answer.ts'
import { writeAnswer } from '../v3/write-answer.ts'
import { answerRevoke } from './answer-revoke.ts'
import { answerToken } from './answer-token.ts'
import { discovery } from './discovery.ts'
import type { Grants } from './grants.ts'

interface Needs {
  readonly grants: Grants
  readonly knobs: Knobs
  readonly publicUrl: string
  readonly internalUrl: string
  readonly counts: TokenCounts
}

/** What the token endpoint did since the start. */
export interface TokenCounts {
  exchanges: number
  refreshes: number
  refusedRefreshes: number
}

/** What programs ask of the OAuth server: discovery, tokens, revocation. */
export function createTokenEndpoints({ grants, knobs, publicUrl, internalUrl, counts }: Needs): Router {
  const router = Router()
  const body = express.raw({ type: () => true, limit: '64kb' })
  const handle = async (
    request: Request,
    response: Response,
    { words, answer }: { readonly words: readonly string[]; readonly answer: () => Answer },
  ) => {
    const send = (told: Answer): SentAnswer => writeAnswer(told, 'json')
    response.set({ 'Cache-Control': 'no-store', Pragma: 'no-cache' })
    await deliver(response, {
      knobs,
      words: [request.method.toLowerCase(), ...words],
      realmId: undefined,
      throttled: () => send({ status: 429, body: { error: 'too_many_requests' } }),
      perform: () => send(answer()),
    })
  }

  router.get(
    ['/.well-known/openid_sandbox_configuration', '/.well-known/openid_configuration'],
    (_request, response) => {
      response.json(discovery({ publicUrl, internalUrl }))
    },
  )
  router.post('/oauth2/v1/tokens/bearer', body, async (request, response) => {
    const form = formOf(request)
    const grantType = form.get('grant_type') ?? ''
    const answer = () => {
      const given = {
        form,
        authorization: request.headers.authorization,
        wantsHardExpiry: request.headers['x-include-refresh-token-hard-expires-in'] === 'true',
      }
      const told = answerToken(grants, given)
      const isGranted = told.status === 200
      if (grantType === 'refresh_token') counts[isGranted ? 'refreshes' : 'refusedRefreshes'] += 1
      else if (isGranted) counts.exchanges += 1
      return told
    }
    await handle(request, response, { words: ['bearer', grantType.toLowerCase()], answer })
  })
  router.post('/v2/oauth2/tokens/revoke', body, async (request, response) => {
    const { authorization } = request.headers
    const answer = () => answerRevoke(grants, { form: formOf(request), authorization })
    await handle(request, response, { words: ['revoke'], answer })
  })
  router.get('/v1/openid_connect/userinfo', (request, response) => {
    const token = /^Bearer ([^\s]+)$/iu.exec(request.headers.authorization ?? '')?.[1] ?? ''
    const isValid = grants.access(token).is === 'valid'
    response
      .status(isValid ? 200 : 401)
      .json(
        isValid
          ? { sub: 'sandbox-owner', givenName: 'Craig', email: 'craig@example.com', emailVerified: true }
          : { error: 'invalid_token' },
      )
  })
  return router
}

/** What was sent, as a form or as JSON: clients do both. */
function formOf(request: Request): URLSearchParams {
  const text = Buffer.isBuffer(request.body) ? request.body.toString() : ''
  if (request.is('application/json') === false) return new URLSearchParams(text)
  try {
    const members = Object.entries(Object(JSON.parse(text)) as Readonly<Record<string, unknown>>)
    return new URLSearchParams(members.filter((one): one is [string, string] => typeof one[1] === 'string'))
  } catch {
    return new URLSearchParams()
  }
}
