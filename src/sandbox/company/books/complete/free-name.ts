import type { BooksView } from '../books-view.ts'
import { nameLists } from '../name-lists.ts'
import type { Proposal } from '../proposal.ts'
import { isActive } from '../read/is-active.ts'
import { isNameTaken } from '../read/is-name-taken.ts'
import type { Members } from '../read/members.ts'
import { nameOf } from '../read/name-of.ts'

const MARKED = / \(deleted(?:-\d{1,6})?\)$/u

/** What becomes inactive is renamed, so that its name is free for another; what becomes active keeps the mark. */
export function freeName({ description, before, after }: Proposal, books: BooksView): Members {
  const { name: owner, nameMember } = description
  const list = nameLists[owner]
  const name = nameOf(description, after)
  if (before === undefined || list === undefined || nameMember === undefined || name === undefined)
    return after
  const isTaken = (candidate: string) =>
    isNameTaken(list, { owner, id: before.Id, members: after, name: candidate }, books)
  if (!isActive(before) || isActive(after) || (MARKED.test(name) && !isTaken(name))) return after
  let free = `${name} (deleted)`
  for (let count = 1; isTaken(free); count++) free = `${name} (deleted-${count})`
  return { ...after, [nameMember]: free }
}
