import { parseCookie } from 'cookie'
import type { CookieOptions, Request } from 'express'

/** The cookie that keeps a member signed in: its name, how to read it, and how it is set. */
export function sessionCookie(publicUrl: string) {
  const secure = publicUrl.startsWith('https:')
  // Browsers take the prefix as a promise that no other site can have set it; on plain http some refuse it.
  const name = secure ? '__Host-syncdoctor' : 'syncdoctor'
  const options: CookieOptions = { httpOnly: true, sameSite: 'lax', secure, path: '/' }
  return {
    name,
    options,
    read: ({ headers }: Request): string | undefined => parseCookie(headers.cookie ?? '')[name],
  }
}

export type SessionCookie = ReturnType<typeof sessionCookie>
