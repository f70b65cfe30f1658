import type { Members } from './members.ts'

/** A member that is text; undefined: it is absent, or empty, which QuickBooks takes for absent. */
export function textOf(members: Members, name: string): string | undefined {
  const value = members[name]
  return typeof value === 'string' && value !== '' ? value : undefined
}
