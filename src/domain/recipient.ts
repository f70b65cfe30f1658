import type { Member } from './member.ts'

/** A member who is told by mail. */
export interface Recipient extends Member {
  readonly email: string
  readonly role: 'owner' | 'admin'
}

/** Owners and admins are always told; staff never, and nobody without an address. */
export function isRecipient(member: Member): member is Recipient {
  return member.role !== 'staff' && member.email !== null
}
