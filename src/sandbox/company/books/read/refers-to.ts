import type { Description } from '../descriptions/description.ts'
import type { EntityName } from '../entity-name.ts'
import { meansEntry } from './means-entry.ts'
import type { Members } from './members.ts'
import { referencesIn } from './references-in.ts'

/** Whether any reference in these members means that entry. */
export function refersTo(description: Description, members: Members, name: EntityName, id: string): boolean {
  return referencesIn(description.fields, members).some((one) => meansEntry(one, description.name, name, id))
}
