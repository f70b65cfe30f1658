import type { Member } from '../domain/member.ts'
import type { NoticeFrequency } from '../domain/notice-frequency.ts'
import { isRecipient, type Recipient } from '../domain/recipient.ts'
import type { Versioned } from '../storage/collection.ts'
import type { KeptMember, MemberCollection } from './member-collection.ts'

/** What a caller says of a member. Who says nothing of mails leaves them as they are: the member may have chosen. */
export type MemberFacts = Omit<Member, 'notices'> & { readonly notices?: NoticeFrequency | undefined }

/** Somebody who is told by mail, and since when; null: always. */
export interface Told {
  readonly member: Recipient
  readonly since: string | null
}

const PAGE = 200

/** The people of firms. */
export function createMembers(members: MemberCollection, now: () => Date) {
  function anew(facts: MemberFacts, known: KeptMember | undefined): KeptMember {
    const { id: memberId, firmId } = facts
    const before = known && memberOf(known)
    const member: Member = { ...facts, notices: facts.notices ?? before?.notices ?? 'at-once' }
    const wasTold = before !== undefined && isRecipient(before)
    const since = wasTold ? known?.toldSince : now().toISOString()
    const toldSince = isRecipient(member) ? since : null
    const kept = { id: idOf(firmId, memberId), firmId, memberId, member }
    return toldSince === undefined ? kept : { ...kept, toldSince }
  }

  async function change(
    firmId: string,
    memberId: string,
    next: (known: KeptMember | undefined) => KeptMember | undefined,
  ): Promise<{ readonly member: Member; readonly created: boolean } | undefined> {
    for (;;) {
      const known = await members.get(idOf(firmId, memberId))
      const doc = next(known?.doc)
      if (doc === undefined) return undefined
      const done = known === undefined ? await members.insert(doc) : await members.replace(doc, known.version)
      if (done) return { member: memberOf(doc), created: known === undefined }
    }
  }

  return {
    async get(firmId: string, memberId: string): Promise<Member | undefined> {
      const found = await members.get(idOf(firmId, memberId))
      return found && memberOf(found.doc)
    },

    /** Adds a member, or puts it in the place of the one with its id. */
    async put(
      facts: MemberFacts,
    ): Promise<{ readonly outcome: 'created' | 'replaced'; readonly member: Member }> {
      const done = await change(facts.firmId, facts.id, (known) => anew(facts, known))
      if (done === undefined) throw new Error(`Member ${facts.id} was not put.`)
      return { outcome: done.created ? 'created' : 'replaced', member: done.member }
    },

    /** Undefined: there is no such member. */
    async setFrequency(
      firmId: string,
      memberId: string,
      notices: NoticeFrequency,
    ): Promise<Member | undefined> {
      const done = await change(
        firmId,
        memberId,
        (known) => known && { ...known, member: { ...known.member, notices } },
      )
      return done?.member
    },

    /** By id; `after` is the id the last page ended with. */
    async list(firmId: string, after: string | undefined, limit: number): Promise<readonly Member[]> {
      return (await pageOf(firmId, after, limit)).map(memberOf)
    },

    /** Everybody of the firm who is told by mail. */
    async told(firmId: string): Promise<readonly Told[]> {
      const told: Told[] = []
      let after: string | undefined
      for (;;) {
        const page = await pageOf(firmId, after, PAGE)
        for (const kept of page) {
          const one = toldOf(kept)
          if (one !== undefined) told.push(one)
        }
        after = page.at(-1)?.memberId
        if (page.length < PAGE) return told
      }
    },

    /** Undefined: no such member is told by mail. */
    async toldMember(firmId: string, memberId: string): Promise<Told | undefined> {
      const found = await members.get(idOf(firmId, memberId))
      return found && toldOf(found.doc)
    },

    /** False: there is no such member. */
    async remove(firmId: string, memberId: string): Promise<boolean> {
      for (;;) {
        const known: Versioned<KeptMember> | undefined = await members.get(idOf(firmId, memberId))
        if (known === undefined) return false
        if (await members.remove(known.doc.id, known.version)) return true
      }
    },
  }

  async function pageOf(
    firmId: string,
    after: string | undefined,
    limit: number,
  ): Promise<readonly KeptMember[]> {
    const page = await members.page({
      index: 'firm',
      equals: { firmId },
      ...(after !== undefined && { after: { value: after, id: idOf(firmId, after) } }),
      limit,
    })
    return page.map(({ doc }) => doc)
  }
}

export type Members = ReturnType<typeof createMembers>

function toldOf(kept: KeptMember): Told | undefined {
  const member = memberOf(kept)
  return isRecipient(member) ? { member, since: kept.toldSince ?? null } : undefined
}

function memberOf({ member }: KeptMember): Member {
  return { notices: 'at-once', ...member }
}

function idOf(firmId: string, memberId: string): string {
  return `${firmId}/${memberId}`
}
