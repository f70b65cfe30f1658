import type { Member } from '../domain/member.ts'
import type { Versioned } from '../storage/collection.ts'
import type { KeptMember, MemberCollection } from './member-collection.ts'

/** The people of firms. */
export function createMembers(members: MemberCollection) {
  return {
    async get(firmId: string, memberId: string): Promise<Member | undefined> {
      return (await members.get(idOf(firmId, memberId)))?.doc.member
    },

    /** Adds a member, or puts it in the place of the one with its id. */
    async put(member: Member): Promise<'created' | 'replaced'> {
      const doc: KeptMember = {
        id: idOf(member.firmId, member.id),
        firmId: member.firmId,
        memberId: member.id,
        member,
      }
      for (;;) {
        const known = await members.get(doc.id)
        if (known === undefined) {
          if (await members.insert(doc)) return 'created'
        } else if (await members.replace(doc, known.version)) {
          return 'replaced'
        }
      }
    },

    /** By id; `after` is the id the last page ended with. */
    async list(firmId: string, after: string | undefined, limit: number): Promise<readonly Member[]> {
      const page = await members.page({
        index: 'firm',
        equals: { firmId },
        ...(after !== undefined && { after: { value: after, id: idOf(firmId, after) } }),
        limit,
      })
      return page.map(({ doc }) => doc.member)
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
}

export type Members = ReturnType<typeof createMembers>

function idOf(firmId: string, memberId: string): string {
  return `${firmId}/${memberId}`
}
