import { isMembers } from './is-members.ts'
import type { Members } from './members.ts'

/** Members with others laid over them, group by group; what is not mentioned stays. */
export function mergeMembers(members: Members, over: Members): Members {
  const merged: Record<string, unknown> = { ...members }
  for (const [name, value] of Object.entries(over)) {
    const below = merged[name]
    merged[name] = isMembers(below) && isMembers(value) ? mergeMembers(below, value) : value
  }
  return merged
}
