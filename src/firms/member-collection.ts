import type { Member } from '../domain/member.ts'
import type { Collection } from '../storage/collection.ts'

/** A member as it is kept: ids of members are unique in a firm only. */
export interface KeptMember {
  readonly id: string
  readonly firmId: string
  readonly memberId: string
  readonly member: Member
}

export const memberDesign = {
  name: 'members',
  fields: { firmId: 'firmId', memberId: 'memberId' },
  indexes: { firm: ['firmId', 'memberId'], all: ['memberId'] },
} as const

export type MemberCollection = Collection<KeptMember, keyof typeof memberDesign.fields>
