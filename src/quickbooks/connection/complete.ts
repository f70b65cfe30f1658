import { z } from 'zod'
import type { Authorization, AuthorizationCollection } from './authorization-collection.ts'
import { companyOf, type ReadCompanyInfo } from './company-of.ts'
import type { CallbackAnswer, Completed, SignedIn } from './connections.ts'
import { hashState } from './hash-state.ts'
import type { KeepConnection } from './keep-connection.ts'
import type { OAuth } from './oauth.ts'

interface Needs {
  readonly authorizations: AuthorizationCollection
  readonly oauth: OAuth
  readonly readCompanyInfo: ReadCompanyInfo
  readonly keepConnection: KeepConnection
  readonly now: () => Date
}

const agreedForm = z.object({ code: z.string().min(1).max(4_096), realmId: z.string().regex(/^\d{1,20}$/u) })

/** What comes back from Intuit makes a connection, if it belongs to somebody who set out for one. */
export function createComplete(needs: Needs) {
  const { authorizations, oauth, readCompanyInfo, keepConnection, now } = needs

  /** Uses the state up, before anything else is believed. */
  async function authorizationOf(state: string | undefined): Promise<Authorization | undefined> {
    const known = state === undefined ? undefined : await authorizations.get(hashState(state))
    if (known === undefined || !(await authorizations.remove(known.doc.id, known.version))) return undefined
    return known.doc.expiresAt > now().toISOString() ? known.doc : undefined
  }

  return async (answer: CallbackAnswer, session: SignedIn | undefined): Promise<Completed> => {
    const authorization = await authorizationOf(answer.state)
    if (authorization === undefined) return { outcome: 'state-unknown' }
    const { firmId, actor, language } = authorization
    if (isForeign(authorization, session)) return { outcome: 'foreign', language }
    if (answer.error === 'access_denied') return { outcome: 'denied', firmId, language }
    const failed = { outcome: 'exchange-failed', firmId, language } as const
    const agreed = agreedForm.safeParse(answer).data
    if (agreed === undefined || answer.error !== undefined) return failed
    const { code, realmId } = agreed
    const exchanged = await oauth.exchange(code)
    if (exchanged.outcome !== 'tokens') return failed
    const { tokens } = exchanged
    const company = await companyOf(readCompanyInfo, { realmId, accessToken: tokens.accessToken })
    if (!company.opens) return failed
    const kept = await keepConnection({ firmId, realmId, actor, tokens, companyName: company.name })
    switch (kept.outcome) {
      case 'kept': {
        const { companyName, otherRealmBefore } = kept
        return { outcome: 'connected', firmId, language, companyName, otherRealmBefore }
      }
      case 'realm-taken':
        // Intuit knows one connection of a company with us: taking these tokens back would end the other firm's.
        return { outcome: 'realm-taken', firmId, language }
      case 'firm-gone':
        return { outcome: 'state-unknown' }
    }
  }
}

/** A member who set out must come back; whoever the host's key sent needs nobody signed in, but nobody else may be. */
function isForeign({ firmId, actor }: Authorization, session: SignedIn | undefined): boolean {
  const isByMember = actor.type === 'member'
  if (session === undefined) return isByMember && actor.via === null
  return session.firmId !== firmId || (isByMember && session.memberId !== actor.id)
}
