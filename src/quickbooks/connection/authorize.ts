import type { AuthorizationCollection } from './authorization-collection.ts'
import { hashState } from './hash-state.ts'
import type { AuthorizationWish } from './connections.ts'
import type { OAuth } from './oauth.ts'

interface Needs {
  readonly authorizations: AuthorizationCollection
  readonly oauth: OAuth
  readonly now: () => Date
  readonly randomBytes: (count: number) => Buffer
}

const MILLISECONDS = 10 * 60 * 1000

/** Sends somebody to Intuit with a state that works once. */
export function createAuthorize({ authorizations, oauth, now, randomBytes }: Needs) {
  return async (wish: AuthorizationWish) => {
    const state = randomBytes(32).toString('base64url')
    const url = await oauth.authorizeUrl(state)
    if (url === undefined) return undefined
    const expiresAt = new Date(now().getTime() + MILLISECONDS).toISOString()
    const { firmId, actor, language } = wish
    await authorizations.insert({ id: hashState(state), firmId, actor, language, expiresAt })
    return { url, expiresAt }
  }
}
