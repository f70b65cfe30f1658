import type { BooksChange } from '../books.ts'
import { completeMembers } from '../complete/complete-members.ts'
import type { Draft } from '../draft.ts'
import { followUp } from '../effects/follow-up.ts'
import type { Entity } from '../entity.ts'
import type { Proposal } from '../proposal.ts'

/** Saves what was found in order, with all that follows from it, and tells how it then stands. */
export function saveEntity(
  draft: Draft,
  proposal: Proposal,
  cause: BooksChange['cause'],
  newId?: string,
): Entity {
  const { before, description } = proposal
  const { name } = description
  const members = completeMembers(proposal, draft)
  const after =
    before === undefined
      ? draft.add(name, members, cause, newId)
      : draft.change(name, before.Id, members, cause)
  followUp(draft, { name, id: after.Id, before, after, cause })
  return draft.get(name, after.Id) ?? after
}
