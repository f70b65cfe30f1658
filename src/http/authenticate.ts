import type { Request } from 'express'
import type { Principal } from '../domain/principal.ts'
import type { Problem } from '../domain/problem.ts'
import { isForeign } from './is-foreign.ts'
import type { SessionCookie } from './session-cookie.ts'

interface Needs {
  readonly byKey: (key: string) => Promise<Principal | undefined>
  readonly bySession: (token: string) => Promise<Principal | undefined>
  readonly cookie: SessionCookie
  readonly publicUrl: string
}

const UNKNOWN: Problem = { problem: 'unauthenticated', headers: { 'WWW-Authenticate': 'Bearer' } }

/** Who calls, by key or by session; what a session changes must come from a page of ours. */
export function createAuthenticate({ byKey, bySession, cookie, publicUrl }: Needs) {
  return async (request: Request): Promise<Principal | Problem> => {
    const { authorization } = request.headers
    if (authorization !== undefined) {
      const [, key = ''] = /^Bearer +(\S+) *$/iu.exec(authorization) ?? []
      return (await byKey(key)) ?? UNKNOWN
    }
    const token = cookie.read(request)
    const principal = token === undefined ? undefined : await bySession(token)
    if (principal === undefined) return UNKNOWN
    return isForeign(request, publicUrl) ? { problem: 'foreign-origin' } : principal
  }
}

export type Authenticate = ReturnType<typeof createAuthenticate>
