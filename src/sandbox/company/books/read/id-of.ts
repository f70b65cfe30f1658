import { groupOf } from './group-of.ts'
import type { Members } from './members.ts'
import { textOf } from './text-of.ts'

/** The id in a reference, as in `CustomerRef: {value: '1'}`. */
export function idOf(members: Members, reference: string): string | undefined {
  const group = groupOf(members, reference)
  return group && textOf(group, 'value')
}
