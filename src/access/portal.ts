import { createHash } from 'node:crypto'
import type { Language } from '../domain/language.ts'
import type { Member } from '../domain/member.ts'
import type { Principal } from '../domain/principal.ts'
import type { PortalLinkCollection } from './portal-link-collection.ts'
import type { SessionCollection } from './session-collection.ts'

interface Needs {
  readonly links: PortalLinkCollection
  readonly sessions: SessionCollection
  readonly memberOf: (firmId: string, memberId: string) => Promise<Member | undefined>
  readonly now: () => Date
  readonly randomBytes: (count: number) => Buffer
}

interface SignIn {
  readonly firmId: string
  readonly memberId: string
  readonly language: Language | null
}

/** How long a link can be used. */
const LINK_MILLISECONDS = 5 * 60 * 1000
/** How long somebody stays signed in. */
const SESSION_MILLISECONDS = 12 * 60 * 60 * 1000

/** Signs members in without a password of ours: the host gives them a link, which works once. */
export function createPortal({ links, sessions, memberOf, now, randomBytes }: Needs) {
  const later = (milliseconds: number) => new Date(now().getTime() + milliseconds).toISOString()
  const isOver = (expiresAt: string) => expiresAt <= now().toISOString()

  async function linkOf(token: string) {
    const found = await links.get(hashOf(token))
    return found === undefined || isOver(found.doc.expiresAt) ? undefined : found
  }

  return {
    /** A link's token, and until when it works. */
    async createLink(signIn: SignIn, milliseconds = LINK_MILLISECONDS) {
      const token = randomBytes(32).toString('base64url')
      const expiresAt = later(milliseconds)
      await links.insert({ id: hashOf(token), ...signIn, expiresAt })
      return { token, expiresAt }
    },

    /** Whom a link would sign in; looking does not use it up, since mail scanners look. */
    async look(
      token: string,
    ): Promise<{ readonly member: Member; readonly language: Language | null } | undefined> {
      const link = (await linkOf(token))?.doc
      const member = link && (await memberOf(link.firmId, link.memberId))
      return member && { member, language: link.language }
    },

    /** Uses a link up: the session it makes, with the token for the browser; undefined: it works no more. */
    async signIn(token: string) {
      const link = await linkOf(token)
      if (link === undefined || !(await links.remove(link.doc.id, link.version))) return undefined
      const { firmId, memberId, language } = link.doc
      if ((await memberOf(firmId, memberId)) === undefined) return undefined
      const session = randomBytes(32).toString('base64url')
      const expiresAt = later(SESSION_MILLISECONDS)
      await sessions.insert({
        id: hashOf(session),
        firmId,
        memberId,
        language,
        createdAt: now().toISOString(),
        expiresAt,
      })
      return { token: session, firmId, language, expiresAt }
    },

    /** Who is signed in with this token, as a member of today. */
    async authenticate(token: string): Promise<Principal | undefined> {
      const session = (await sessions.get(hashOf(token)))?.doc
      if (session === undefined || isOver(session.expiresAt)) return undefined
      const member = await memberOf(session.firmId, session.memberId)
      if (member === undefined) return undefined
      const { id, firmId, role, name } = member
      const language = session.language ?? member.language
      return { type: 'member', id, firmId, role, name, sessionId: session.id, language }
    },

    async signOut(sessionId: string): Promise<void> {
      const session = await sessions.get(sessionId)
      if (session !== undefined) await sessions.remove(sessionId, session.version)
    },

    /** Ends all sessions, and takes back all links, of a member. */
    async signOutEverywhere(firmId: string, memberId: string): Promise<void> {
      for (const kept of [links, sessions]) {
        const all = await kept.page({ index: 'firm', equals: { firmId }, limit: 10_000 })
        for (const { doc, version } of all) {
          if (doc.memberId === memberId) await kept.remove(doc.id, version)
        }
      }
    },
  }
}

export type Portal = ReturnType<typeof createPortal>

function hashOf(token: string): string {
  return createHash('sha256').update(token).digest('hex')
}
