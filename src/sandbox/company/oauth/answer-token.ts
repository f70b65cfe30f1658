import type { Answer } from '../v3/answer.ts'
import { ACCESS_SECONDS, type Grants, REFRESH_SECONDS, type Tokens } from './grants.ts'
import { isClient } from './is-client.ts'

interface TokenRequest {
  readonly form: URLSearchParams
  readonly authorization: string | undefined
  /** `x-include-refresh-token-hard-expires-in: true`. */
  readonly wantsHardExpiry: boolean
}

/** The token endpoint: exchanges codes and refresh tokens. */
export function answerToken(grants: Grants, { form, authorization, wantsHardExpiry }: TokenRequest): Answer {
  if (!isClient(authorization, form)) return { status: 401, body: { error: 'invalid_client' } }
  const granted = (tokens: Tokens): Answer => ({
    status: 200,
    body: {
      token_type: 'bearer',
      access_token: tokens.accessToken,
      expires_in: ACCESS_SECONDS,
      refresh_token: tokens.refreshToken,
      x_refresh_token_expires_in: Math.min(REFRESH_SECONDS, tokens.hardExpiresIn),
      ...(wantsHardExpiry && { x_refresh_token_hard_expires_in: tokens.hardExpiresIn }),
    },
  })
  switch (form.get('grant_type')) {
    case 'authorization_code': {
      const code = form.get('code')
      const redirectUri = form.get('redirect_uri')
      if (code === null || redirectUri === null) return refused('invalid_request')
      const tokens = grants.exchange(code, redirectUri)
      return tokens === undefined ? refused('invalid_grant') : granted(tokens)
    }
    case 'refresh_token': {
      const refreshToken = form.get('refresh_token')
      if (refreshToken === null) return refused('invalid_request')
      const tokens = grants.refresh(refreshToken)
      return tokens === undefined
        ? refused('invalid_grant', 'Incorrect or invalid refresh token')
        : granted(tokens)
    }
    case null:
      return refused('invalid_request')
    default:
      return refused('unsupported_grant_type')
  }
}

function refused(error: string, description?: string): Answer {
  return {
    status: 400,
    body: { error, ...(description !== undefined && { error_description: description }) },
  }
}
