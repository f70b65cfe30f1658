import { isInvalidGrant } from './is-invalid-grant.ts'
import type { OAuth, TokenOutcome } from './oauth.ts'

export interface RefreshTokens {
  readonly current: string
  /** The one that brought it; undefined: none did. */
  readonly former: string | undefined
}

/** What Intuit answered, and to which refresh token. */
export interface Answered {
  readonly answer: TokenOutcome
  readonly to: string
}

/**
 * Asks Intuit for new tokens: once more where an answer was lost, since it takes the same refresh token until what it
 * answered is used; and with the former one where this one is refused, since what it was answered may be superseded by an
 * answer that never came. `isOurs` tells before each further call whether nobody else has begun to ask.
 */
export async function askForTokens(
  oauth: OAuth,
  { current, former }: RefreshTokens,
  isOurs: () => Promise<boolean>,
): Promise<Answered | 'overtaken'> {
  const askTwice = async (to: string): Promise<Answered | 'overtaken'> => {
    const answer = await oauth.refresh(to)
    if (answer.outcome !== 'lost') return { answer, to }
    return (await isOurs()) ? { answer: await oauth.refresh(to), to } : 'overtaken'
  }
  const asked = await askTwice(current)
  if (asked === 'overtaken' || !isInvalidGrant(asked.answer) || former === undefined) return asked
  return (await isOurs()) ? askTwice(former) : 'overtaken'
}
