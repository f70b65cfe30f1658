import type { TokenOutcome } from './oauth.ts'

/** Whether Intuit does not take a refresh token: it is superseded, revoked, or too old. */
export function isInvalidGrant(answer: TokenOutcome): boolean {
  return answer.outcome === 'refused' && answer.error === 'invalid_grant'
}
