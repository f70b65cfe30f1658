import type { Members } from './members.ts'

/** An amount in cents, since the API's decimals do not add up as binary fractions; 0: it is absent. */
export function centsOf(members: Members, name: string): number {
  const value = members[name]
  return typeof value === 'number' ? Math.round(value * 100) : 0
}
