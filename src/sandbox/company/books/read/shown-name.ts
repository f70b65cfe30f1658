import type { Members } from './members.ts'
import { textOf } from './text-of.ts'

/** What an entry of a list is called where others name it. */
export function shownName(members: Members): string {
  return (
    textOf(members, 'FullyQualifiedName') ?? textOf(members, 'DisplayName') ?? textOf(members, 'Name') ?? ''
  )
}
