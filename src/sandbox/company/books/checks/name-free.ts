import { nameLists } from '../name-lists.ts'
import { isActive } from '../read/is-active.ts'
import { isNameTaken } from '../read/is-name-taken.ts'
import { isSaving } from '../read/is-saving.ts'
import { nameOf } from '../read/name-of.ts'
import type { Check } from './check.ts'

/** No name stands twice in its list. What is made inactive gets a free name by itself. */
export const nameFree: Check = (proposal, books) => {
  const { description, before, after } = proposal
  const list = nameLists[description.name]
  const name = nameOf(description, after)
  if (!isSaving(proposal) || list === undefined || name === undefined) return undefined
  if (before !== undefined && isActive(before) && !isActive(after)) return undefined
  return isNameTaken(list, { owner: description.name, id: before?.Id, members: after, name }, books)
    ? { name: list.fault }
    : undefined
}
