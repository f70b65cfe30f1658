import { isMembers } from './is-members.ts'
import type { Members } from './members.ts'

/** A member that is a list of things with members; empty: it is absent. */
export function listOf(members: Members, name: string): readonly Members[] {
  const value = members[name]
  return Array.isArray(value) ? value.filter(isMembers) : []
}
