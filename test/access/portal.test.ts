import { describe, expect, it } from '@jest/globals'
import { randomBytes } from 'node:crypto'
import { type PortalLinkCollection, portalLinkDesign } from '../../src/access/portal-link-collection.ts'
import { createPortal } from '../../src/access/portal.ts'
import { type SessionCollection, sessionDesign } from '../../src/access/session-collection.ts'
import type { Member } from '../../src/domain/member.ts'
import { type MemberCollection, memberDesign } from '../../src/firms/member-collection.ts'
import { createMembers } from '../../src/firms/members.ts'
import { stoppedClock } from '../support/clock.ts'
import { everyInterleaving, gated } from '../support/interleavings.ts'
import { temporaryDatabase } from '../support/temporary-storage.ts'

const { now, pass } = stoppedClock()
const { storage, bytes } = await temporaryDatabase()
const links: PortalLinkCollection = await storage.collection(portalLinkDesign)
const sessions: SessionCollection = await storage.collection(sessionDesign)
const memberCollection: MemberCollection = await storage.collection(memberDesign)
const members = createMembers(memberCollection, now)
const needs = {
  links,
  sessions,
  memberOf: (firmId: string, memberId: string) => members.get(firmId, memberId),
  now,
  randomBytes,
}
const portal = createPortal(needs)

const MINUTE = 60_000
const HOUR = 60 * MINUTE

let count = 0

/** A new member of `acme`, and a link for them. */
async function aMember(changes: Partial<Member> = {}) {
  count += 1
  const member: Member = {
    id: `mem_${count}`,
    firmId: 'acme',
    name: 'Ada Nowak',
    email: null,
    role: 'owner',
    language: null,
    notices: 'at-once',
    ...changes,
  }
  await members.put(member)
  const newLink = async () =>
    (await portal.createLink({ firmId: member.firmId, memberId: member.id, language: null })).token
  return { member, newLink, link: await newLink() }
}

/** The same, signed in. */
async function aSignedInMember(changes: Partial<Member> = {}) {
  const made = await aMember(changes)
  const session = await portal.signIn(made.link)
  if (session === undefined) throw new Error('The link does not work.')
  return { ...made, session }
}

describe('a portal link', () => {
  it('signs its member in, once', async () => {
    const { member, link, session } = await aSignedInMember()
    expect(await portal.authenticate(session.token)).toMatchObject({
      type: 'member',
      id: member.id,
      firmId: 'acme',
      role: 'owner',
      name: 'Ada Nowak',
    })
    expect(await portal.signIn(link)).toBeUndefined()
    expect(await portal.look(link)).toBeUndefined()
  })

  it('is not used up by looking, however often', async () => {
    const { member, link } = await aMember()
    for (let i = 0; i < 3; i += 1) expect(await portal.look(link)).toEqual({ member, language: null })
    expect(await portal.signIn(link)).toBeDefined()
  })

  it('that two open at once signs one of them in', async () => {
    const { link } = await aMember()
    const both = await Promise.all([portal.signIn(link), portal.signIn(link)])
    expect(both.filter((session) => session !== undefined)).toHaveLength(1)
  })

  it('signs one in, in whichever order two come', async () => {
    const runs = await everyInterleaving(
      async () => {
        const { link } = await aMember()
        const about: unknown[] = []
        const actors = [1, 2].map(() => async (gate: Parameters<typeof gated>[1]) => {
          const behind = { ...needs, links: gated(links, gate), sessions: gated(sessions, gate) }
          about.push(await createPortal(behind).signIn(link))
        })
        return { actors, about }
      },
      async (about) => expect(about.filter((session) => session !== undefined)).toHaveLength(1),
    )
    expect(runs).toBeGreaterThan(4)
  })

  it('works for five minutes', async () => {
    const { newLink, link } = await aMember()
    pass(5 * MINUTE - 1)
    const other = await newLink()
    expect(await portal.look(link)).toBeDefined()
    pass(1)
    expect(await portal.look(link)).toBeUndefined()
    expect(await portal.signIn(link)).toBeUndefined()
    expect(await portal.signIn(other)).toBeDefined()
  })

  it('works for nobody who was removed meanwhile', async () => {
    const { member, link } = await aMember()
    await members.remove('acme', member.id)
    expect(await portal.look(link)).toBeUndefined()
    expect(await portal.signIn(link)).toBeUndefined()
  })

  it('is for its own firm only, where another has a member of the same name', async () => {
    const { member } = await aMember({ firmId: 'other', role: 'staff' })
    const { token } = await portal.createLink({ firmId: 'acme', memberId: member.id, language: null })
    expect(await portal.look(token)).toBeUndefined()
  })

  it('is told in its own language, then in the member’s', async () => {
    const { member } = await aMember({ language: 'fr' })
    for (const language of ['en', null] as const) {
      const { token } = await portal.createLink({ firmId: 'acme', memberId: member.id, language })
      const session = await portal.signIn(token)
      expect(await portal.authenticate(session?.token ?? '')).toMatchObject({ language: language ?? 'fr' })
    }
  })

  it.each(['', 'x', '../..', '\0', 'a'.repeat(100_000)])('is none where nobody made it', async (token) => {
    expect(await portal.look(token)).toBeUndefined()
    expect(await portal.signIn(token)).toBeUndefined()
    expect(await portal.authenticate(token)).toBeUndefined()
  })

  it('is no session, and a session is no link', async () => {
    const { newLink, session } = await aSignedInMember()
    expect(await portal.authenticate(await newLink())).toBeUndefined()
    expect(await portal.signIn(session.token)).toBeUndefined()
  })

  it('is nowhere in the files of the database, and neither is the session’s token', async () => {
    const { newLink, link, session } = await aSignedInMember()
    const unused = await newLink()
    const stored = await bytes()
    for (const token of [link, unused, session.token]) {
      expect(stored.includes(token)).toBe(false)
      expect(stored.includes(Buffer.from(token, 'base64url'))).toBe(false)
    }
  })
})

describe('a session', () => {
  it('lasts for twelve hours, however much is done in it', async () => {
    const { session } = await aSignedInMember()
    pass(12 * HOUR - 1)
    expect(await portal.authenticate(session.token)).toBeDefined()
    pass(1)
    expect(await portal.authenticate(session.token)).toBeUndefined()
  })

  it('is a new one with each link', async () => {
    const { newLink, session } = await aSignedInMember()
    const other = await portal.signIn(await newLink())
    expect(other?.token).not.toBe(session.token)
    expect(await portal.authenticate(session.token)).toBeDefined()
  })

  it('has the role that its member has now', async () => {
    const { member, session } = await aSignedInMember()
    await members.put({ ...member, role: 'staff', name: 'Ada Lind' })
    expect(await portal.authenticate(session.token)).toMatchObject({ role: 'staff', name: 'Ada Lind' })
  })

  it('is nobody’s once its member is removed', async () => {
    const { member, session } = await aSignedInMember()
    await members.remove('acme', member.id)
    expect(await portal.authenticate(session.token)).toBeUndefined()
  })

  it('ends with its own sign-out, and only it', async () => {
    const { newLink, session } = await aSignedInMember()
    const other = await portal.signIn(await newLink())
    const principal = await portal.authenticate(session.token)
    const sessionId = principal?.type === 'member' ? principal.sessionId : ''
    await portal.signOut(sessionId)
    await portal.signOut(sessionId)
    expect(await portal.authenticate(session.token)).toBeUndefined()
    expect(await portal.authenticate(other?.token ?? '')).toBeDefined()
  })

  it('ends with a sign-out everywhere, as do all others and unused links of the member, and of nobody else', async () => {
    const one = await aSignedInMember()
    const other = await portal.signIn(await one.newLink())
    const unused = await one.newLink()
    const bystander = await aSignedInMember()
    const namesake = await aSignedInMember({ firmId: 'other', id: one.member.id })
    await portal.signOutEverywhere('acme', one.member.id)
    for (const token of [one.session.token, other?.token ?? '']) {
      expect(await portal.authenticate(token)).toBeUndefined()
    }
    expect(await portal.signIn(unused)).toBeUndefined()
    expect(await portal.authenticate(bystander.session.token)).toBeDefined()
    expect(await portal.authenticate(namesake.session.token)).toBeDefined()
  })

  it('is not known by its id, which is what the storage holds', async () => {
    const { session } = await aSignedInMember()
    const principal = await portal.authenticate(session.token)
    expect(await portal.authenticate(principal?.type === 'member' ? principal.sessionId : '')).toBeUndefined()
  })
})
