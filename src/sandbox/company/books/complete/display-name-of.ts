import type { Members } from '../read/members.ts'
import { textOf } from '../read/text-of.ts'

const PARTS = ['Title', 'GivenName', 'MiddleName', 'FamilyName', 'Suffix']

/** The name somebody is shown by: the one given, or its parts in their order; empty: there are none. */
export function displayNameOf(members: Members): string {
  return (
    textOf(members, 'DisplayName') ??
    PARTS.flatMap((part) => textOf(members, part) ?? [])
      .join(' ')
      .trim()
  )
}
