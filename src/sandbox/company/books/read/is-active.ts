import type { Members } from './members.ts'

export function isActive(members: Members): boolean {
  return members['Active'] !== false
}
