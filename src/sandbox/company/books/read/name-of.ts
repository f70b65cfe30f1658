import { displayNameOf } from '../complete/display-name-of.ts'
import type { Description } from '../descriptions/description.ts'
import type { Members } from './members.ts'
import { textOf } from './text-of.ts'

/** The name of an entry of a list; undefined: it is none. */
export function nameOf({ nameMember }: Description, members: Members): string | undefined {
  switch (nameMember) {
    case undefined:
      return undefined
    case 'DisplayName':
      return displayNameOf(members)
    case 'Name':
      return textOf(members, 'Name')
  }
}
