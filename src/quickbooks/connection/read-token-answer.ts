import { z } from 'zod'
import type { TokenOutcome } from './oauth.ts'
import type { Seen } from './token-call.ts'

const token = z.string().min(1).max(8_192)
/** At most some 30 years, so that a time can be made of it. */
const seconds = z.number().int().nonnegative().max(1_000_000_000)

const tokensForm = z.object({
  access_token: token,
  refresh_token: token,
  expires_in: seconds,
  x_refresh_token_expires_in: seconds,
  x_refresh_token_hard_expires_in: seconds.nullish(),
})

const errorForm = z.object({ error: z.string().regex(/^[a-z_]{1,40}$/u) })

/** What an answer to a call for tokens means; `sentAt` is when their time began at the earliest. */
export function readTokenAnswer(seen: Seen, sentAt: Date): TokenOutcome {
  if ('failed' in seen) return { outcome: seen.failed === 'not-sent' ? 'unreachable' : 'lost' }
  const { status, body } = seen
  if (status >= 200 && status < 300) return readTokens(body, sentAt)
  // A gateway's error says nothing of what happened behind it.
  if (status >= 500) return { outcome: 'lost' }
  if (status === 429) return { outcome: 'unreachable' }
  return { outcome: 'refused', error: errorForm.safeParse(body).data?.error ?? `http_${status}` }
}

function readTokens(body: unknown, sentAt: Date): TokenOutcome {
  const told = tokensForm.safeParse(body).data
  // Half an answer, or none of Intuit's: the tokens are renewed and gone.
  if (told === undefined) return { outcome: 'lost' }
  const after = (time: number) => new Date(sentAt.getTime() + time * 1_000).toISOString()
  const hard = told.x_refresh_token_hard_expires_in
  return {
    outcome: 'tokens',
    tokens: {
      accessToken: told.access_token,
      refreshToken: told.refresh_token,
      accessExpiresAt: after(told.expires_in),
      refreshExpiresAt: after(told.x_refresh_token_expires_in),
      // The library, and older answers of Intuit, write 0 where they do not know.
      hardExpiresAt: hard ? after(hard) : null,
    },
  }
}
