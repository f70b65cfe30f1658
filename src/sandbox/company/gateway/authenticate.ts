import type { Grants } from '../oauth/grants.ts'
import type { GatewayFault } from './gateway-fault.ts'

interface Call {
  readonly realmId: string
  readonly authorization: string | undefined
}

/** Why a call has no right to this company; undefined: it has the right. */
export function authenticate(grants: Grants, { realmId, authorization }: Call): GatewayFault | undefined {
  const token = /^Bearer ([^\s]+)$/iu.exec(authorization ?? '')?.[1]
  const refused = (name: string, code: string, detail: string | null): GatewayFault => ({
    status: 401,
    name,
    code,
    detail,
    type: 'AUTHENTICATION',
  })
  if (token === undefined) return refused('EmptyField', '3202', 'oauth_token')
  const access = grants.access(token)
  switch (access.is) {
    case 'malformed':
      return refused('AuthenticationFailed', '3200', 'Malformed bearer token: too short or too long')
    case 'expired':
      return refused('AuthenticationFailed', '3200', `Token expired: ${token}`)
    case 'unknown':
      return refused('AuthenticationFailed', '3200', null)
    case 'valid':
      if (access.realmId === realmId) return undefined
      return {
        status: 403,
        name: 'ApplicationAuthorizationFailed',
        code: '3100',
        detail: null,
        type: 'SERVICE',
      }
  }
}
