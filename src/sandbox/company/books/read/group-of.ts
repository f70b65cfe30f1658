import { isMembers } from './is-members.ts'
import type { Members } from './members.ts'

/** A member that has members itself; undefined: it is absent. */
export function groupOf(members: Members, name: string): Members | undefined {
  const value = members[name]
  return isMembers(value) ? value : undefined
}
