import type { Member } from '../domain/member.ts'
import type { Collection } from '../storage/collection.ts'

/** A member as it is kept: ids of members are unique in a firm only. */
export interface KeptMember {
  readonly id: string
  readonly firmId: string
  readonly memberId: string
  /** What came later may be missing in those that are kept from before. */
  readonly member: Omit<Member, 'notices'> & Partial<Pick<Member, 'notices'>>
  /** Since when mails are for them; null: they are not, absent: since before there were any. */
  readonly toldSince?: string | null
}

export const memberDesign = {
  name: 'members',
  fields: { firmId: 'firmId', memberId: 'memberId' },
  indexes: { firm: ['firmId', 'memberId'], all: ['memberId'] },
} as const

export type MemberCollection = Collection<KeptMember, keyof typeof memberDesign.fields>
